import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.js';

const check = (text: string, expected: string | null) =>
  it(`${JSON.stringify(text.slice(0, 40))} is ${expected}`, () =>
    expect(detectLanguage(text)).toBe(expected));

describe('the language of a text', () => {
  check('The council met on Monday and voted for the draft that was put to it.', 'en');
  check('Fed raises rates as inflation cools', 'en');
  check('Der Sicherheitsrat hat am Mittwoch den Entwurf einer Resolution abgelehnt.', 'de');
  check('Le Conseil de sécurité a rejeté mercredi un projet de résolution sur la frontière.', 'fr');
  check('El Consejo de Seguridad rechazó el miércoles un proyecto de resolución sobre la frontera.', 'es');
  check('Совет Безопасности в среду отклонил проект резолюции о границе между странами.', 'ru');
  check('Россия наложила вето', 'ru');
  check('安全理事会否决了决议草案', 'zh');
  check('Thai police seek a tenth suspect in deadly Bangkok bombing.', null);
  check('Sarajevo', null);
  check('123 -- 456 !!!', null);
  check('', null);
});
