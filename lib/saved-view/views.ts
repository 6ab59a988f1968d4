/** A list's search and filters under a name. */
export type SavedView = {
  id: string
  name: string
  /** The list's address behind the question mark. */
  query: string
}
