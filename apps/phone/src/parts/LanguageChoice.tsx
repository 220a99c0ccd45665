import { languageNames, languages, useWords } from '../words.ts'

/** And the way to the help page, which opens beside this one: nothing here is lost by reading it. */
export function LanguageChoice() {
  const words = useWords()
  return (
    <>
      <a class="guide" href={`/guide?lang=${words.language}`} target="_blank" rel="noreferrer">
        {words.say('guide')}
      </a>
      <nav class="langs" aria-label={words.say('language')}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-current={language === words.language ? 'true' : undefined}
            onClick={() => words.choose(language)}
          >
            {languageNames[language]}
          </button>
        ))}
      </nav>
    </>
  )
}
