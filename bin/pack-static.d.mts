export function packStatic(build: string): Promise<number>
