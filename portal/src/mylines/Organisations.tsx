import { useTranslation } from 'react-i18next';
import type { MyOrganisation } from '../api/types';
import { NewOrganisation } from './NewOrganisation';

/** The organisations that the person acts for, how far each is confirmed, and a way to add one. */
export function Organisations({ list }: { list: readonly MyOrganisation[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-testid="organisations">
      <h2>{t('organisations.title')}</h2>
      <p>{t('organisations.text')}</p>
      {list.length > 0 && (
        <ul className="rows">
          {list.map((one) => (
            <li key={one.id} className="row" data-testid="organisation-row" data-state={one.state}>
              <span className="row-name">
                <span>
                  <strong>{one.name}</strong>
                  <small>
                    {one.registrationNumber} · {one.country}
                  </small>
                </span>
              </span>
              <span className="chip" data-state={one.state}>
                {t(`organisations.state.${one.state}`)}
              </span>
              <span className="row-more">
                <span>{one.refusal ?? t(`organisations.next.${one.state}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <NewOrganisation />
    </section>
  );
}
