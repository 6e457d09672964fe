import { roles } from '../../ctx.ts'
import type { DeskRoute } from '../page.ts'
import { accountsPage, postAccounts } from './accounts/accounts-page.tsx'
import { commitmentPage, postCommitment } from './commitment/commitment-page.tsx'
import { coveragePage } from './coverage/coverage-page.tsx'
import { homePage } from './home.tsx'
import { inboxPage } from './inbox-page.tsx'
import { letterRoutes } from './letters/routes.ts'
import { listRoutes } from './lists/routes.ts'
import { matterFormLimit, matterPage, postMatter } from './matter/matter-page.ts'
import { deskMotionPage } from './matter/motion-page.tsx'
import { originalFile } from './original-file.ts'
import { outgoingRoutes } from './outgoing/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { registerRoutes } from './register-routes.ts'
import { postByHand, postRemove, removePage } from './remove-page.tsx'
import { postReview, reviewPage } from './review-page.tsx'
import { postDayStep } from './today/take-day-step.ts'
import { uploadFiles, uploadLimit } from './upload-files.ts'

const clerk = ['clerk'] as const
const staff = ['clerk', 'portfolio-holder', 'policy-officer'] as const
/** A review of a long decision list has thousands of fields. */
const reviewLimit = 4 * 1024 * 1024

/** The desk; `src/web/routes.ts` holds all routes. */
export const deskRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: '/:municipality/bureau', access: roles, page: homePage },
  {
    method: 'POST',
    path: '/:municipality/bureau/vandaag',
    access: ['clerk', 'policy-officer'],
    page: postDayStep,
  },
  { method: 'GET', path: '/:municipality/bureau/accounts', access: clerk, page: accountsPage },
  { method: 'POST', path: '/:municipality/bureau/accounts', access: clerk, page: postAccounts },
  { method: 'GET', path: '/:municipality/bureau/post', access: clerk, page: inboxPage },
  {
    method: 'POST',
    path: '/:municipality/bureau/post',
    access: clerk,
    maxBody: uploadLimit,
    page: uploadFiles,
  },
  { method: 'GET', path: '/:municipality/bureau/post/:document', access: clerk, page: reviewPage },
  {
    method: 'POST',
    path: '/:municipality/bureau/post/:document',
    access: clerk,
    maxBody: reviewLimit,
    page: postReview,
  },
  {
    method: 'GET',
    path: '/:municipality/bureau/post/:document/origineel',
    access: clerk,
    page: originalFile,
  },
  { method: 'GET', path: '/:municipality/bureau/post/:document/weghalen', access: clerk, page: removePage },
  { method: 'POST', path: '/:municipality/bureau/post/:document/weghalen', access: clerk, page: postRemove },
  {
    method: 'POST',
    path: '/:municipality/bureau/post/:document/zelf-invullen',
    access: clerk,
    page: postByHand,
  },
  {
    method: 'GET',
    path: '/:municipality/bureau/stukken/:document/dekking',
    access: staff,
    page: coveragePage,
  },
  {
    method: 'GET',
    path: '/:municipality/bureau/toezeggingen/:commitment',
    access: staff,
    page: commitmentPage,
  },
  {
    method: 'POST',
    path: '/:municipality/bureau/toezeggingen/:commitment',
    access: staff,
    page: postCommitment,
  },

  { method: 'GET', path: '/:municipality/bureau/moties/:year/:slug', access: roles, page: deskMotionPage },
  { method: 'GET', path: '/:municipality/bureau/onderdelen/:matter', access: roles, page: matterPage },
  {
    method: 'POST',
    path: '/:municipality/bureau/onderdelen/:matter',
    access: roles,
    maxBody: matterFormLimit,
    page: postMatter,
  },
  ...registerRoutes,
  ...outgoingRoutes,
  ...letterRoutes,
  ...listRoutes,
  ...programmeRoutes,
]
