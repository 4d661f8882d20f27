import { loadPackageDefinition, type ServiceDefinition, type UntypedHandleCall } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';

// What terraform's plugin protocol 5 needs to be spoken, in our own words: only the messages and fields that are used
// here. Names and numbers are facts of the protocol (hashicorp/terraform, docs/plugin-protocol/tfplugin5.9.proto).

type Field = readonly [type: string, id: number, rule?: 'repeated'];

function message(fields: Record<string, Field>, nested: Record<string, unknown> = {}): object {
  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, [type, id, rule]]) => [
        name,
        rule === undefined ? { type, id } : { type, id, rule },
      ]),
    ),
    nested,
  };
}

function call(
  request: Record<string, Field>,
  response: Record<string, Field>,
  nested: Record<string, unknown> = {},
): object {
  return { nested: { Request: message(request), Response: message(response), ...nested } };
}

const diagnostics: Field = ['Diagnostic', 2, 'repeated'];

const schemaMessages = {
  Attribute: message({
    name: ['string', 1],
    type: ['bytes', 2],
    required: ['bool', 4],
    optional: ['bool', 5],
    computed: ['bool', 6],
    sensitive: ['bool', 7],
  }),
  Block: message({
    version: ['int64', 1],
    attributes: ['Attribute', 2, 'repeated'],
    block_types: ['NestedBlock', 3, 'repeated'],
  }),
  NestedBlock: message({
    type_name: ['string', 1],
    block: ['Block', 2],
    nesting: ['int32', 3],
    min_items: ['int64', 4],
    max_items: ['int64', 5],
  }),
};

const METHODS: Readonly<Record<string, string>> = {
  GetSchema: 'GetProviderSchema',
  PrepareProviderConfig: 'PrepareProviderConfig',
  ValidateResourceTypeConfig: 'ValidateResourceTypeConfig',
  UpgradeResourceState: 'UpgradeResourceState',
  Configure: 'Configure',
  ReadResource: 'ReadResource',
  PlanResourceChange: 'PlanResourceChange',
  ApplyResourceChange: 'ApplyResourceChange',
  ImportResourceState: 'ImportResourceState',
  Stop: 'Stop',
};

const descriptor = {
  nested: {
    tfplugin5: {
      nested: {
        DynamicValue: message({ msgpack: ['bytes', 1], json: ['bytes', 2] }),
        RawState: message({ json: ['bytes', 1] }),
        AttributePath: message(
          { steps: ['Step', 1, 'repeated'] },
          {
            Step: message({
              attribute_name: ['string', 1],
              element_key_string: ['string', 2],
              element_key_int: ['int64', 3],
            }),
          },
        ),
        Diagnostic: message({ severity: ['int32', 1], summary: ['string', 2], detail: ['string', 3] }),
        Schema: message({ version: ['int64', 1], block: ['Block', 2] }, schemaMessages),
        ServerCapabilities: message({ plan_destroy: ['bool', 1], get_provider_schema_optional: ['bool', 2] }),
        GetProviderSchema: call(
          {},
          {
            provider: ['Schema', 1],
            diagnostics: ['Diagnostic', 4, 'repeated'],
            server_capabilities: ['ServerCapabilities', 6],
          },
        ),
        PrepareProviderConfig: call(
          { config: ['DynamicValue', 1] },
          { prepared_config: ['DynamicValue', 1], diagnostics },
        ),
        ValidateResourceTypeConfig: call(
          { type_name: ['string', 1], config: ['DynamicValue', 2] },
          { diagnostics: ['Diagnostic', 1, 'repeated'] },
        ),
        UpgradeResourceState: call(
          { type_name: ['string', 1], version: ['int64', 2], raw_state: ['RawState', 3] },
          { upgraded_state: ['DynamicValue', 1], diagnostics },
        ),
        Configure: call(
          { terraform_version: ['string', 1], config: ['DynamicValue', 2] },
          { diagnostics: ['Diagnostic', 1, 'repeated'] },
        ),
        ReadResource: call(
          { type_name: ['string', 1], current_state: ['DynamicValue', 2], private: ['bytes', 3] },
          { new_state: ['DynamicValue', 1], diagnostics, private: ['bytes', 3] },
        ),
        PlanResourceChange: call(
          {
            type_name: ['string', 1],
            prior_state: ['DynamicValue', 2],
            proposed_new_state: ['DynamicValue', 3],
            config: ['DynamicValue', 4],
          },
          {
            planned_state: ['DynamicValue', 1],
            requires_replace: ['AttributePath', 2, 'repeated'],
            diagnostics: ['Diagnostic', 4, 'repeated'],
            legacy_type_system: ['bool', 5],
          },
        ),
        ApplyResourceChange: call(
          {
            type_name: ['string', 1],
            prior_state: ['DynamicValue', 2],
            planned_state: ['DynamicValue', 3],
            config: ['DynamicValue', 4],
          },
          {
            new_state: ['DynamicValue', 1],
            diagnostics: ['Diagnostic', 3, 'repeated'],
            legacy_type_system: ['bool', 4],
          },
        ),
        ImportResourceState: call(
          { type_name: ['string', 1], id: ['string', 2] },
          { imported_resources: ['ImportedResource', 1, 'repeated'], diagnostics },
          { ImportedResource: message({ type_name: ['string', 1], state: ['DynamicValue', 2] }) },
        ),
        Stop: call({}, { Error: ['string', 1] }),
        Provider: {
          methods: Object.fromEntries(
            Object.entries(METHODS).map(([name, type]) => [
              name,
              { requestType: `${type}.Request`, responseType: `${type}.Response` },
            ]),
          ),
        },
      },
    },
  },
};

// proto3 maps are repeated entries on the wire; the descriptor form has its own key for them.
Object.assign(descriptor.nested.tfplugin5.nested.GetProviderSchema, withSchemas());

function withSchemas(): object {
  const base = descriptor.nested.tfplugin5.nested.GetProviderSchema as { nested: { Response: { fields: object } } };
  Object.assign(base.nested.Response.fields, {
    resource_schemas: { keyType: 'string', type: 'Schema', id: 2 },
    data_source_schemas: { keyType: 'string', type: 'Schema', id: 3 },
  });
  return base;
}

/** Names of the calls that are served. */
export type MethodName = keyof typeof METHODS & string;

/** Definition of the provider's service, for a gRPC server. */
export function providerService(): ServiceDefinition<Record<string, UntypedHandleCall>> {
  const definition = fromJSON(descriptor as Parameters<typeof fromJSON>[0], {
    keepCase: true,
    longs: Number,
    defaults: true,
  });
  const loaded = loadPackageDefinition(definition) as unknown as {
    tfplugin5: { Provider: { service: ServiceDefinition<Record<string, UntypedHandleCall>> } };
  };
  return loaded.tfplugin5.Provider.service;
}
