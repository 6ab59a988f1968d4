import { refuseRealCards } from './card'
import { convertPhotos } from './convert-photo'
import { enableCopying } from './copy'
import { countDown } from './countdown'
import { followStatus } from './follow-status'
import { reportOpening } from './report-opening'
import { sendInPlace } from './send-in-place'
import { submitOnce } from './submit-once'

/** What JavaScript adds to the payment page. Everything that matters works without it. */
submitOnce()
enableCopying()
countDown()
followStatus()
refuseRealCards()
convertPhotos()
// After it: what it holds back is not sent yet.
sendInPlace()
reportOpening()
document.querySelector('[data-print]')?.addEventListener('click', () => window.print())
