import * as z from 'zod'

/** Schemas as the parts of an OpenAPI document that they are: each under its name, referring to one another. */
export function toComponents(
  schemas: Record<string, z.ZodType>,
  io: 'input' | 'output',
): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })

  const { schemas: written } = z.toJSONSchema(registry, { io, uri: refTo, override: withoutNoise })
  return Object.fromEntries(
    Object.entries(written).map(([name, schema]) => {
      const { $schema: _, $id: __, ...component } = schema
      return [name, component]
    }),
  )
}

/** The fields of a query or a form, each by its own schema. */
export function toFields(schema: z.ZodObject): [name: string, schema: object, required: boolean][] {
  const {
    $schema: _,
    properties = {},
    required = [],
  } = z.toJSONSchema(schema, {
    io: 'input',
    override: withoutNoise,
  })
  return Object.entries(properties).map(([name, property]) => [
    name,
    Object(property),
    required.includes(name),
  ])
}

export function refTo(name: string): string {
  return `#/components/schemas/${name}`
}

/** Without bounds that are JavaScript's and nobody's decision; and forms that exclude each other only where they do. */
function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.oneOf?.some(({ required }) => required?.includes('type') === false)) {
    jsonSchema.anyOf = jsonSchema.oneOf
    delete jsonSchema.oneOf
  }
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}
