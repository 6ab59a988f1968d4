/** A full load, not a navigation: nothing of the seller who was here stays in the browser's memory. */
export function leaveDashboard(): void {
  window.location.assign(new URL('/sign-in', window.location.origin))
}
