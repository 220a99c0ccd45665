// Says in one sentence what is missing, before anything fails in a way that nobody can read. Runs on any Node.
const [major, minor] = process.versions.node.split('.').map(Number)
const isMusl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
const bringsItsOwnNode = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)
if (process.platform === 'win32') {
  stop('Bordet runs on Linux and macOS. On Windows, start it inside WSL.')
}
if (isMusl) {
  stop('Bordet needs a Linux with glibc (Debian, Ubuntu, Fedora …); this one has musl.')
}
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Bordet needs Node 20.19 or newer to set itself up; this is ${process.versions.node}.`)
}
if (!bringsItsOwnNode && major < 24) {
  stop(
    `On ${process.platform} ${process.arch} Bordet needs Node 24 or newer; this is ${process.versions.node}.`,
  )
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
