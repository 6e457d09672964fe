/** What the programme room and the council's requests have to do with each other. */
export * from './framework.ts'
export * from './holders.ts'
export * from './keep-with.ts'
export * from './offers.ts'
export * from './servable.ts'
export * from './served-names.ts'
export * from './unserved-requests.ts'
export * from './work-on.ts'
