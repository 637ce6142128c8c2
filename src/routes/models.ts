import type { Caller } from '../auth/door.ts'
import type { Model } from '../model/model.ts'
import { splitModel, SUFFIXES, type Switches } from '../protocols/switches.ts'
import type { AppContext } from './context.ts'

export interface ModelRouteServices {
  switches: Switches
  /** Whether there is a service to search with. */
  canSearch: boolean
  modelFor: (caller: Caller) => Model
}

/** GET /v1/models */
export function listModels({ modelFor, switches, canSearch }: ModelRouteServices) {
  const suffixes = Object.entries(SUFFIXES).flatMap(([suffix, tools]) =>
    canSearch || !tools.includes('web_search') ? [suffix] : [],
  )
  const listed = switches.hasSuffixes ? suffixes : []

  return async (c: AppContext): Promise<Response> => {
    const models = await modelFor(c.get('caller')).list(c.req.raw.signal)
    const data = models.flatMap((model) => [
      model,
      ...listed.map((suffix) => ({ ...model, id: `${String(model['id'])}${suffix}` })),
    ])
    return c.json({ object: 'list', data })
  }
}

/** GET /v1/models/{id}, where ids may have slashes */
export function retrieveModel({ modelFor, switches }: ModelRouteServices) {
  return async (c: AppContext): Promise<Response> => {
    const id = c.req.param('id') ?? ''
    const { model, suffix } = splitModel(id, switches)
    const card = await modelFor(c.get('caller')).find(model, c.req.raw.signal)
    return c.json(suffix === '' ? card : { ...card, id })
  }
}
