/** A note's photo as it stands on the note, inside the picture: cut as the board cuts it, and no larger than one sees. */
const sharpness = 2

/** A JPEG as a data URL; null when there is none any more, or no way to it. */
export async function embedPhoto(photoId: string, width: number, height: number): Promise<string | null> {
  const answer = await fetch(`/photos/${encodeURIComponent(photoId)}`, { credentials: 'omit' }).catch(
    () => null,
  )
  if (!answer?.ok) return null
  const photo = await createImageBitmap(await answer.blob()).catch(() => null)
  if (!photo) return null
  const canvas = document.createElement('canvas')
  canvas.width = width * sharpness
  canvas.height = height * sharpness
  const scale = Math.max(canvas.width / photo.width, canvas.height / photo.height)
  const [w, h] = [photo.width * scale, photo.height * scale]
  canvas.getContext('2d')?.drawImage(photo, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h)
  photo.close()
  return canvas.toDataURL('image/jpeg', 0.82)
}
