/** 「相談支援センターを知らせる」: the centres near a place, looked at and sent as cards. */
import { Button, TextField } from '../../kit/forms.tsx';
import { Empty, Notice } from '../../kit/parts.tsx';
import { casePath } from '../paths.ts';
import type { CaseState } from '../view.ts';
import type { CentresNear } from './centre-search.ts';
import { SendCard } from './send-card.tsx';

export type CentreSearch =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'searched';
      readonly query: string;
      readonly found: CentresNear;
      readonly messageId: string;
      readonly changed: boolean;
    }
  | { readonly kind: 'sent'; readonly place: string };

export function CentresPart({ state, search }: { state: CaseState; search: CentreSearch }) {
  const path = casePath(state.case.id, 'centres');
  return (
    <details class="panel case-tool" open={search.kind !== 'none'}>
      <summary>相談支援センターを知らせる</summary>
      <form method="post" action={path} class="form" hx-post={path} hx-target="#centres-found">
        <TextField
          name="place"
          type="search"
          label="患者さんの近くの場所"
          hint="市区町村、駅、郵便番号、病院の名前など。"
          value={search.kind === 'searched' ? search.query : ''}
          autocomplete="off"
        />
        <Button>さがす</Button>
      </form>
      <div id="centres-found" class="results" aria-live="polite">
        <CentresFound state={state} search={search} />
      </div>
    </details>
  );
}

export function CentresFound({ state, search }: { state: CaseState; search: CentreSearch }) {
  switch (search.kind) {
    case 'none':
      return null;
    case 'sent':
      return (
        <Notice tone="green" title={`${search.place}の近くのセンターを受け付けました。まもなく送ります。`} />
      );
    case 'searched':
      return <Searched state={state} search={search} />;
    default:
      return search satisfies never;
  }
}

type Props = { readonly state: CaseState; readonly search: Extract<CentreSearch, { kind: 'searched' }> };

function Searched({ state, search }: Props) {
  const { found } = search;
  switch (found.kind) {
    case 'unknown':
      return (
        <Empty title="場所が見つかりません。">
          「東京都新宿区」のように、市区町村まで入れてみてください。
        </Empty>
      );
    case 'none_in_reach':
      return (
        <Empty title={`${found.place}から${found.withinKm}km以内に、センターがありません。`}>
          電話の窓口を案内してください。
        </Empty>
      );
    case 'ambiguous':
      return <Which state={state} labels={found.labels} />;
    case 'near':
      return (
        <SendCard
          state={state}
          name="centres"
          value={search.query}
          messageId={search.messageId}
          changed={search.changed}
          target="#centres-found"
        >
          <h3>{found.place}の近くのセンター</h3>
          {found.capital === null ? null : (
            <p class="small">
              都道府県だけなので、{found.capital}からの近さです。市区町村が分かると、もっと近くをさがせます。
            </p>
          )}
          <ol>
            {found.centres.map(({ centre, distanceKm }) => (
              <li>
                {centre.name}（直線で約{distanceKm.toFixed(distanceKm < 10 ? 1 : 0)}km）
                <span class="small muted">
                  {centre.prefecture}
                  {centre.address} {centre.phone}
                </span>
              </li>
            ))}
          </ol>
        </SendCard>
      );
    default:
      return found satisfies never;
  }
}

function Which({ state, labels }: { state: CaseState; labels: readonly string[] }) {
  const path = casePath(state.case.id, 'centres');
  return (
    <form method="post" action={path} hx-post={path} hx-target="#centres-found" class="stack-tight">
      <p>同じ名前の場所があります。どれですか。</p>
      <div class="row">
        {labels.map((label) => (
          <Button name="place" value={label} attributes={{ class: 'button button-plain button-small' }}>
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
