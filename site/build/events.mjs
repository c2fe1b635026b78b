// The reference of the events, from their description.
import { members } from './schemas.mjs';
import { code, fence, plain } from './words.mjs';

/** A page about docs/api/asyncapi.json. */
export function eventsPage(async) {
  const lines = [
    '# Events',
    '',
    plain(async.info.description ?? ''),
    '',
    'How they are sent, signed, numbered and read again: [webhooks](/webhooks.md). The file: [asyncapi.json](/api/asyncapi.json).',
    '',
    '## Where they go',
    '',
    ...Object.values(async.channels).map(
      (channel) => `- **${plain(channel.title)}**: ${plain(channel.description)}`,
    ),
    '',
    '## What every event has',
    '',
    ...members(async.components.schemas.CloudEvent, () => '#what-every-event-has'),
  ];
  for (const [name, message] of Object.entries(async.components.messages)) {
    const own = message.payload.allOf.find((part) => part.properties?.data !== undefined);
    lines.push(`## ${name} {#${name.replaceAll('.', '-')}}`, '');
    lines.push(plain(message.summary ?? message.title), '');
    lines.push(...members(own.properties.data, () => '#what-every-event-has'));
    for (const { payload } of message.examples ?? []) {
      lines.push(...fence('json', JSON.stringify(payload, null, 2)));
    }
  }
  lines.push('', `A receiver that does not know a type answers with 2xx all the same: more types may come. The form of ${code('data')} of a type never changes; its name would.`);
  return lines.join('\n').replace(/\n{3,}/g, '\n\n') + '\n';
}
