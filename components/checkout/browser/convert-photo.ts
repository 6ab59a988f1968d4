import { jpegOfHeic } from '@/components/ui/jpeg-of-heic'

/** `<input type="file" data-photo>`: an iPhone's photo becomes a JPEG before it leaves the phone, where the browser can open it. */
export function convertPhotos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-photo]')) convertPhotosOf(input)
}

function convertPhotosOf(input: HTMLInputElement): void {
  let atWork = 0
  let isSending = false
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (!file) return
    atWork += 1
    void jpegOfHeic(file).then((jpeg) => {
      // Unless another one was chosen meanwhile.
      if (jpeg && input.files?.[0] === file) replaceFile(input, jpeg)
      atWork -= 1
      if (atWork > 0 || !isSending) return
      isSending = false
      input.form?.querySelector<HTMLElement>('[type=submit]')?.click()
    })
  })
  // Before `submitOnce`, which listens further out, counts it as sent.
  input.form?.addEventListener('submit', (event) => {
    if (atWork === 0) return
    event.preventDefault()
    isSending = true
  })
}

function replaceFile(input: HTMLInputElement, file: File): void {
  const chosen = new DataTransfer()
  chosen.items.add(file)
  input.files = chosen.files
}
