import { ApiError } from '../errors.ts'
import type { Model } from './model.ts'

/** A service, and the beginning of the names of the models that are asked of it; `''` begins them all. */
export interface Route {
  prefix: string
  model: Model
}

/** Several services as one: each model is asked of the service with the longest prefix that fits. */
export function routedModel(routes: readonly Route[]): Model {
  const byLength = routes.toSorted((one, other) => other.prefix.length - one.prefix.length)
  const routeTo = (id: string) => byLength.find(({ prefix }) => id.startsWith(prefix))

  function modelFor(id: unknown): Model {
    const route = routeTo(String(id))
    if (route) return route.model
    const known = routes.map(({ prefix }) => JSON.stringify(prefix)).join(', ')
    throw new ApiError(
      `There is no such model; the names of those there are begin with ${known}.`,
      {
        status: 404,
        code: 'model_not_found',
        param: 'model',
      },
    )
  }

  return {
    async *stream(prompt, signal) {
      yield* modelFor(prompt.model).stream(prompt, signal)
    },

    async relay(request, signal) {
      return modelFor(request['model']).relay(request, signal)
    },

    async respond(request, signal) {
      return modelFor(request['model']).respond(request, signal)
    },

    /** What can be asked for; of a service that is down, nothing can, and only when all are is it an error. */
    async list(signal) {
      const lists = await Promise.allSettled(
        routes.map(async (route) => {
          const models = await route.model.list(signal)
          return models.filter(({ id }) => routeTo(String(id)) === route)
        }),
      )
      const [failure] = lists.filter((list) => list.status === 'rejected')
      if (failure && lists.every(({ status }) => status === 'rejected')) throw failure.reason
      return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
    },

    async find(id, signal) {
      return modelFor(id).find(id, signal)
    },
  }
}
