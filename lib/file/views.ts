/** Why a picture is not taken. */
export type PictureProblem = 'notAPicture' | 'moves' | 'tooManyPixels' | 'broken'
