import { useTranslation } from 'react-i18next';

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const;

/** The seven promises of the design, in the words of whoever they are made to. */
export function Promises() {
  const { t } = useTranslation();
  return (
    <section className="promises">
      <h2>{t('home.promises.title')}</h2>
      <ol>
        {numbers.map((number) => (
          <li key={number}>
            <h3>{t(`home.promises.${number}.title`)}</h3>
            <p>{t(`home.promises.${number}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
