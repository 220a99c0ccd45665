/** Usual first names of Swedes, Danes, Norwegians and of people who moved to them: what a note may name somebody by. */

/** Names that are nothing else. */
export const firstNames: ReadonlySet<string> = new Set(
  (
    'Agneta Ahmed Aisha Alexander Alexandra Alf Ali Alice Allan Amanda Amina Anders Andreas Andrea Anette Anita Ann Anna ' +
    'Anne Annika Ann-Marie Anton Arne Arvid Asbjørn Astrid Axel Barbro Benjamin Bente Berit Bernt Bertil Birger ' +
    'Birgit Birgitta Birgitte Birte Bjarne Bjørn Bodil Borghild Britt Britta Camilla Carina Carl Carla Caroline Cecilia ' +
    'Charlotte Christian Christina Christine Christoffer Claes Claus Dagmar Daniel David Ditte Ebba Egon Einar Elin ' +
    'Elisabeth Elisabet Ella Ellen Elsa Emelie Emil Emilia Emma Erik Erika Erling Ester Eva Fatima Felix Filip Flemming ' +
    'Frederik Freja Frida Fredrik Geir Georg Gerda Gitte Greta Grethe Gudrun Gunilla Gunnar Gunvor Gustaf Gustav Göran ' +
    'Gösta Halvor Hanna Hanne Hans Harald Harry Hasan Hassan Hedda Heidi Helen Helena Helene Helga Helge Helle ' +
    'Henning Henriette Henrik Henry Hilda Hilde Håkan Håkon Ibrahim Ida Inga Ingeborg Ingegerd Ingemar Inger Ingrid ' +
    'Ingvar Irene Isabella Ivar Jakob Jacob Janne Jens Jenny Jeppe Jessica Joakim Johan Johanna Johannes John Johnny Jon ' +
    'Jonas Jonathan Josef Josefin Julia Julie Jytte Jörgen Jørgen Jørn Kajsa Karen Kari Karin Karina Karl Karl-Erik Karla ' +
    'Karolina Karoline Katarina Katrine Kerstin Kenneth Kent Kirsten Kjell Kjersti Klara Klaus Knut Knud Kristian ' +
    'Kristina Kristine Kurt Lars Lars-Erik Lasse Laura Laila Lena Lennart Leif Lene Linda Line Linnea Linnéa Lisa Lisbeth ' +
    'Lise Lone Lotta Louise Lovisa Lukas Lucas Mads Magnus Maja Malin Marcus Maren Maria Marianne Marie Marit Martin ' +
    'Mathias Mathilde Mats Matilda Mattias Mette Mia Michael Mikael Mikkel Mogens Mohamed Mohammed Monica Monika Morten ' +
    'Märta Niels Niklas Nicklas Nils Nina Noah Olav Ole Olof Oskar Oscar Ove Patrik Patrick Paul Paulina Pelle Pernilla ' +
    'Pernille Peter Petra Petter Pia Poul Preben Ragnar Ragnhild Randi Rasmus Rebecka Rebecca Rickard Rikard Rikke Rita ' +
    'Robert Robin Roger Rolf Ronja Ronny Rune Ruth Sandra Sara Sarah Sebastian Signe Sigrid Sigurd Simon Siri Sivert ' +
    'Sofia Sofie Solveig Sonja Stefan Stein Stine Sune Susanne Susanna Svein Sven Sverre Søren Tage Terje Theodor Therese ' +
    'Thomas Thor Thorbjörn Tina Tobias Tomas Tommy Torben Tord Tore Torsten Tove Trine Trond Tuva Ulf Ulla Ulrika Ulrik ' +
    'Ulrike Valdemar Vera Verner Vibeke Victor Viktor Viktoria Victoria Vidar Viggo Vilhelm Vilma Vivian Walter ' +
    'William Yngve Yusuf Yvonne Zahra Åke Åsa Åse Øystein Østen Örjan'
  ).split(' '),
)

/** Names that are words or something else as well: they count before a surname only. */
export const doubtfulNames: ReadonlySet<string> = new Set(
  (
    'Alva Ask Bent Bill Bo Björn Dag Eli Else Finn Frank Gro Hope Inge Jan Jarl Kai Kaj Kim Liv Love Maj Mark Max May Moa ' +
    'My Odd Ola Per Rose Saga Siv Sol Sten Stig Storm Tom Tor Tyra Unn Ville Will'
  ).split(' '),
)
