import { languageNames, languages, useWords } from '../words.ts'

export function LanguageChoice() {
  const words = useWords()
  return (
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
  )
}
