/** Denmark, Sweden and Norway keep one time, and a server in a container is often set to another. */
export const hallTimeZone = 'Europe/Stockholm'
