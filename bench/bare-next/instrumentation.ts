/** Empty, and there: without it Next takes the product's, and the bare app would work off its jobs. */
export function register(): void {}
