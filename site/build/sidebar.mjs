// Where each page has its place: tutorials, how-to guides, reference, explanation (https://diataxis.fr).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiSidebar } from './api.mjs';
import { ROOT, SITE, filesBelow, isPage } from './repository.mjs';

/** Pages of docs/ by their names; what is in no group comes last, until somebody gives it a place. */
const GROUPS = [
  [
    'How-to guides',
    ['sandbox', 'webhooks', 'tmforum', 'radius', 'camara', 'authority', 'wallets', 'import', 'sign-in', 'remediation', 'notices', 'clients'],
  ],
  ['Reference', ['access-policy', 'problems', 'commands', 'limits', 'audit-log', 'national-numbers']],
  [
    'Explanation',
    [
      'responsible-use',
      'threat-model',
      'tenancy',
      'document-reading',
      'face-accuracy',
      'face-quality',
      'presentation-attacks',
      'registry-scale',
      'benchmarks',
      'soak',
      'peers',
      'fuzzing',
      'roadmap',
    ],
  ],
];

const title = (text) => /^# (.*)$/m.exec(text)[1].replaceAll('`', '');

function entries(folder, prefix) {
  return filesBelow(folder)
    .filter((file) => isPage(file) && file !== 'index.md')
    .map((file) => ({
      text: title(readFileSync(join(folder, file), 'utf8')),
      link: `/${prefix}${file.replace(/\.md$/, '')}`,
    }));
}

export function sidebar() {
  const docs = new Map(
    entries(join(ROOT, 'docs'), '')
      .filter(({ link }) => !link.slice(1).includes('/'))
      .map((entry) => [entry.link.slice(1), entry]),
  );
  const grouped = new Map(
    GROUPS.map(([name, pages]) => [name, pages.flatMap((page) => (docs.has(page) ? [docs.get(page)] : []))]),
  );
  const placed = new Set(GROUPS.flatMap(([, pages]) => pages));
  const rest = [...docs.keys()].filter((page) => !placed.has(page)).map((page) => docs.get(page));
  const api = JSON.parse(readFileSync(join(ROOT, 'docs', 'api', 'openapi.json'), 'utf8'));
  const records = entries(join(ROOT, 'docs', 'adr'), 'adr/').filter(({ link }) => !link.endsWith('README'));
  return [
    { text: 'Start', items: [{ text: 'Namesake', link: '/repository/README' }] },
    { text: 'Tutorials', items: entries(join(SITE, 'pages', 'tutorials'), 'tutorials/') },
    { text: 'How-to guides', items: [{ text: 'Which guide for what', link: '/how-to/' }, ...grouped.get('How-to guides')] },
    {
      text: 'Reference',
      items: [
        { text: 'HTTP API', link: '/reference/api/', collapsed: true, items: apiSidebar(api, 'reference/api') },
        { text: 'Events', link: '/reference/events' },
        { text: 'Settings', link: '/reference/settings' },
        ...grouped.get('Reference'),
      ],
    },
    {
      text: 'Explanation',
      items: [
        { text: 'Architecture', link: '/repository/ARCHITECTURE' },
        ...grouped.get('Explanation'),
        { text: 'Decision records', link: '/adr/README', collapsed: true, items: records },
        { text: 'Security', link: '/repository/SECURITY' },
        { text: 'Contributing', link: '/repository/CONTRIBUTING' },
      ],
    },
    ...(rest.length === 0 ? [] : [{ text: 'More', items: rest }]),
  ];
}
