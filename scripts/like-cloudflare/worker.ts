import { AsyncLocalStorage } from 'node:async_hooks'
import worker, { Programs as Product } from '../../src/index.ts'
import { likeCloudflare } from './loader.ts'
import { Slots } from './slots.ts'

/** What `scripts/server/process.ts` gives beside what the Worker has on Cloudflare. */
interface LikeCloudflareEnv extends Env {
  /** `guest.ts`, bundled. */
  LIKE_CLOUDFLARE_GUEST: string
}

/** Of the request that is served. */
const slots = new AsyncLocalStorage<Slots>()

/** The Worker of a deployment, where what Cloudflare would refuse is refused, too. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  fetch: (request, env, context) =>
    slots.run(new Slots(), () => worker.fetch(request, limited(env), context)),
} satisfies ExportedHandler<LikeCloudflareEnv>

/** Each call of it is a request of its own. */
export class Programs extends Product {
  constructor(context: ExecutionContext, env: LikeCloudflareEnv) {
    const own = new Slots()
    super(
      context,
      limited(env, () => own),
    )
  }
}

function limited(env: LikeCloudflareEnv, ofRequest = slotsOfRequest): LikeCloudflareEnv {
  const first = { name: 'like-cloudflare.js', text: env.LIKE_CLOUDFLARE_GUEST }
  return { ...env, LOADER: likeCloudflare(env.LOADER, ofRequest, first) }
}

function slotsOfRequest(): Slots {
  const own = slots.getStore()
  if (!own) throw new Error('A Worker was loaded outside of any request.')
  return own
}
