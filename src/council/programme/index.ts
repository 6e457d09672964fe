/** What the programme room and the council's requests have to do with each other. */
export * from './served-names.ts'
export * from './unserved-requests.ts'
