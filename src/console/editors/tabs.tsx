/** The three pages of the editors, beside one another. */
const TABS = [
  { id: 'try', href: '/console/editors', label: '質問を試す' },
  { id: 'questions', href: '/console/editors/questions', label: '答えられなかった質問' },
  { id: 'passages', href: '/console/editors/passages', label: '記事の見直し' },
] as const;

export type EditorsTab = (typeof TABS)[number]['id'];

/** `at` is the page that is shown; null below one of them. */
export function EditorsTabs({ at }: { at: EditorsTab | null }) {
  return (
    <nav class="tabs" aria-label="編集のページ">
      <ul>
        {TABS.map((tab) => (
          <li>
            <a href={tab.href} {...(tab.id === at ? { 'aria-current': 'page' as const } : {})}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
