/** Notes that have broken exports elsewhere, one kind each. */
export const trapTexts = [
  '=1+1',
  '  =1+1',
  "=cmd|' /C calc'!A0",
  '+46 470 123',
  '-2 bussar',
  '@SUMMA(A1)',
  '<script>alert("hej")</script> & mer',
  '| a | b |\n| - | - |\n* punkt\n_kursiv_ **fet** ~~struken~~ # rubrik',
  'en\ntvå\n\nfyra',
  '1. första\n2. andra',
  'fik ☕ 👩‍👩‍👧‍👦 🇸🇪',
  'שלום עולם',
  'citat "inuti"; och semikolon',
  '_x000D_ är ingen radbrytning',
  'www.exempel.se och namn@exempel.se [^1] [ ] ![bild](x)',
  'å'.repeat(1000),
] as const

/** What no XML file can hold, and what is left of it. */
export const brokenText = {
  written: 'styr\u0000\u0007\u001b\u000btecken\ud800\uffff.',
  read: 'styr\ntecken.',
} as const
