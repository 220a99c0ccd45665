/** Pictures for notes: made small on this device, then sent. An entry of its own, because phones fetch it late. */
import { request, type Credentials } from './api.ts'

const longestSide = 1280
const quality = 0.75

/**
 * Small enough for a full hall's Wi-Fi; place and camera are gone with it. A JPEG as a data URL. Throws when the
 * file is no picture that this browser can read.
 */
export async function shrinkPhoto(file: Blob): Promise<string> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    const brush = canvas.getContext('2d')
    if (!brush) throw new Error('no canvas')
    // A JPEG knows no transparency.
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', quality)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** A picture takes its time in a full hall. */
const timeoutMs = 60_000

/** Answers with its id. Throws as every request does. */
export async function sendPhoto({ workshopId, key }: Credentials, photo: string): Promise<string> {
  const body = new FormData()
  body.set('photo', toBlob(photo), 'photo.jpg')
  const { photoId } = await request<{ photoId: string }>(`/api/workshops/${workshopId}/photos`, {
    key,
    body,
    timeoutMs,
  })
  return photoId
}

/** Not by fetch: the page may connect to its own server and nowhere else, data URLs included. */
function toBlob(dataUrl: string): Blob {
  const letters = atob(dataUrl.slice(dataUrl.indexOf(',') + 1))
  return new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' })
}
