import type { JSX } from "preact";
import { useWords } from "../context";

/** A field to choose one of some values, or all. A value that is chosen already can always be kept. */
export function Choice({
  name,
  label,
  value = "",
  values,
  show = (one) => one,
}: {
  name: string;
  label: string;
  value?: string | undefined;
  values: string[];
  show?: (value: string) => string;
}): JSX.Element {
  const words = useWords();
  const all = [...new Set(value === "" ? values : [...values, value])];
  return (
    <label class="itgc-field">
      {label}
      <select name={name} class="jenkins-input">
        <option value="">{words.all}</option>
        {all.map((one) => (
          <option key={one} value={one} selected={one === value}>
            {show(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
