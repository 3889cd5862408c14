/** `npm run test:long`: what is drawn by a seed is drawn more often, and more kinds of it are tried. */
export const IS_LONG = process.env['PVA_LONG'] !== undefined
