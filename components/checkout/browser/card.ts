import { testCardOutcome } from '@/lib/payment/test-cards'

/** A number that is not a published test card never leaves the phone. */
export function refuseRealCards(): void {
  const form = document.querySelector<HTMLFormElement>('[data-card-form]')
  const number = form?.querySelector<HTMLInputElement>('[name=number]')
  const problem = form?.querySelector<HTMLElement>('[data-card-problem]')
  if (!form || !number || !problem) return
  // Before `submitOnce`, which listens further out, counts it as sent.
  form.addEventListener('submit', (event) => {
    if (testCardOutcome(number.value)) return
    event.preventDefault()
    number.value = ''
    number.setAttribute('aria-invalid', 'true')
    number.setAttribute('aria-describedby', `${problem.id} ${form.dataset['cardForm'] ?? ''}`.trim())
    problem.hidden = false
    number.focus()
  })
}
