import type { Caller } from '../auth/door.ts'
import type { Model } from '../model/model.ts'
import type { AppContext } from './context.ts'

export interface ModelRouteServices {
  modelFor: (caller: Caller) => Model
}

/** GET /v1/models */
export function listModels({ modelFor }: ModelRouteServices) {
  return async (c: AppContext): Promise<Response> => {
    const models = await modelFor(c.get('caller')).list(c.req.raw.signal)
    return c.json({ object: 'list', data: models })
  }
}

/** GET /v1/models/{id}, where ids may have slashes */
export function retrieveModel({ modelFor }: ModelRouteServices) {
  return async (c: AppContext): Promise<Response> => {
    const id = c.req.param('id') ?? ''
    return c.json(await modelFor(c.get('caller')).find(id, c.req.raw.signal))
  }
}
