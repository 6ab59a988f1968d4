import { timeLeft } from '../time-left'

/** `<span data-left="milliseconds">`: counted from the answer's arrival, so a phone with a wrong clock is right too. */
export function countDown(): void {
  const element = document.querySelector<HTMLElement>('[data-left]')
  if (!element) return
  const deadline = Date.now() + Number(element.dataset['left'])
  const tick = () => {
    element.textContent = timeLeft(deadline - Date.now())
  }
  setInterval(tick, 1_000)
}
