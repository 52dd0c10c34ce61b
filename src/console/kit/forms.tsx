/** Fields and buttons: a label, a hint and an error that a screen reader reads with the field. */
import type { Child } from 'hono/jsx';

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
};

function Field({ name, label, hint, error, optional, children }: FieldProps & { children: Child }) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>
        {label}
        {optional ? <span class="optional">（書かなくてもよい）</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

function described({ name, hint, error }: FieldProps) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  };
}

type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search';
  readonly value?: string | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text';
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
};

export function TextField(props: TextFieldProps) {
  const { name, type = 'text', value, autocomplete, inputmode, required, autofocus, attributes } = props;
  return (
    <Field {...props}>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        required={required}
        autofocus={autofocus}
        {...described(props)}
        {...attributes}
      />
    </Field>
  );
}

export function TextArea(
  props: FieldProps & {
    readonly value?: string;
    readonly rows?: number;
    readonly maxlength?: number;
    readonly required?: boolean;
    readonly attributes?: Readonly<Record<string, string>>;
  },
) {
  const { name, value = '', rows = 4, maxlength, required, attributes } = props;
  return (
    <Field {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={maxlength}
        required={required}
        {...described(props)}
        {...attributes}
      >
        {value}
      </textarea>
    </Field>
  );
}

export type Choice = { readonly id: string; readonly label: string };

export function SelectField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly chosen?: string | undefined;
    /** Shown first, with an empty value. */
    readonly none?: string;
  },
) {
  const { name, choices, chosen, none } = props;
  return (
    <Field {...props}>
      <select id={name} name={name} {...described(props)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option value={choice.id} selected={choice.id === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One or several of a few: radio buttons or check boxes in a fieldset. */
export function ChoiceGroup({
  name,
  label,
  several,
  choices,
  chosen,
  hint,
}: {
  readonly name: string;
  readonly label: string;
  readonly several: boolean;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly hint?: string;
}) {
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      <div class="choice-list">
        {choices.map((choice) => (
          <label class="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={choice.id}
              checked={chosen.includes(choice.id)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ButtonProps = {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly name?: string;
  readonly value?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: Child;
};

export function Button({ kind = 'plain', name, value, attributes, children }: ButtonProps) {
  return (
    <button type="submit" class={`button button-${kind}`} name={name} value={value} {...attributes}>
      {children}
    </button>
  );
}

export function LinkButton({
  href,
  kind = 'plain',
  children,
}: {
  readonly href: string;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly children: Child;
}) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
