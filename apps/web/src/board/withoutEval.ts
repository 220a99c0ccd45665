/**
 * Loaded before everything else: zod tries `new Function` when it is loaded, which the page's content policy refuses
 * and reports, although zod then does without. Told beforehand, it does not try.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
