/** Why a picture is not taken. `heic`: a phone's own format, which the decoder here does not know. */
export type PictureProblem = 'notAPicture' | 'moves' | 'tooManyPixels' | 'broken' | 'heic'
