/** The house's walls: which room may import which (README, "The house"). */
const room = (name) => `^src/${name}/`;
const only = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^src/', pathNot: [name, ...allowed].map((r) => (r.includes('.') ? `^src/${r}$` : room(r))) },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$', 'src/(simulator|console)/page/'] }, to: {} },
    { name: 'src-never-imports-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    only('language', []),
    only('knowledge', ['language']),
    only('retrieval', ['language', 'knowledge']),
    only('triage', ['language', 'knowledge']),
    only('guidance', ['language', 'knowledge']),
    only('conversation', ['language', 'knowledge', 'retrieval', 'triage', 'guidance']),
    only('line', ['conversation', 'guidance', 'knowledge']),
    only('store', []),
    only('intake', ['conversation', 'guidance', 'knowledge', 'line', 'store']),
    only('editors', ['language', 'knowledge', 'retrieval', 'guidance', 'conversation', 'store']),
    only('desk', ['conversation', 'knowledge', 'guidance', 'line', 'store', 'intake']),
    only('console', [
      'desk',
      'editors',
      'store',
      'line',
      'conversation',
      'retrieval',
      'triage',
      'guidance',
      'knowledge',
      'language',
      'intake/parts.ts',
    ]),
    only('simulator', ['line']),
    {
      name: 'decisions-do-no-io',
      comment: 'language, retrieval, triage, guidance and conversation are pure: no Node, no network, no database',
      severity: 'error',
      from: { path: '^src/(language|retrieval|triage|guidance|conversation)/', pathNot: '^src/language/dictionary/compile/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'simulator-stays-out-of-the-worker',
      severity: 'error',
      from: { path: '^src/(worker|app)\\.ts$' },
      to: { path: '^src/(simulator|cli)/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
