/** The version in package.json, put in by the build. */
declare const PVA_VERSION: string
