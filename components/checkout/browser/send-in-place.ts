/**
 * `<form data-upload>`: a photo takes its time on a slow line. The page stays, says how far it is, and where the line
 * breaks, what was chosen and typed is still there to be sent again.
 */
export function sendInPlace(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) keepWhileSending(form)
}

function keepWhileSending(form: HTMLFormElement): void {
  const said = form.querySelector<HTMLElement>('[data-said]')
  const button = form.querySelector<HTMLButtonElement>('[type=submit]')
  if (!said || !button) return
  const { sending = '', broken = '' } = form.dataset

  const say = (text: string, isProblem = false) => {
    // A screen reader says it whenever it is set.
    if (said.textContent !== text) said.textContent = text
    said.setAttribute('role', isProblem ? 'alert' : 'status')
    said.toggleAttribute('data-problem', isProblem)
    button.disabled = text !== '' && !isProblem
  }
  // Back from the next page, kept in memory as it was left.
  window.addEventListener('pageshow', () => say(''))

  form.addEventListener('submit', (event) => {
    // The photo is still being made ready, and is sent after that.
    if (event.defaultPrevented) return
    event.preventDefault()
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    const sayPart = (tenths: number) => say(sending.replace('{part}', String(tenths * 10)))
    request.upload.addEventListener('progress', ({ loaded, total }) => sayPart(Math.floor((loaded / total) * 10)))
    request.addEventListener('error', () => say(broken, true))
    request.addEventListener('load', () => {
      if (request.status === 200) return location.assign(request.responseURL)
      const refused = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('[role=alert]')?.textContent
      // A page that says it in its own way is shown as it comes, by sending as without this script.
      return refused ? say(refused, true) : form.submit()
    })
    sayPart(0)
    request.send(new FormData(form))
  })
}
