// ROMANCE_NOISE: what French, Spanish, Italian and Portuguese pages carry around an article.

import { holding, type NoiseRule, opening, whole } from "./rule.ts";

/** What French, Spanish, Italian and Portuguese pages carry around an article. A phrase is added to the row of its kind. */
export const ROMANCE_NOISE: readonly NoiseRule[] = [
  {
    name: "share button",
    words: 7,
    pattern: whole(
      "partager(?: .{0,24})?|imprimer|envoyer.{0,16}|copier le lien|compartir(?: .{0,20})?|imprimir|enviar.{0,12}|copiar enlace|guardar|condividi(?: .{0,16})?|stampa|compartilh(?:ar|e)(?: .{0,16})?|écouter.{0,16}|offrir.{0,16}|réagir|comentar|dividir|google noticias",
    ),
  },
  {
    name: "site navigation",
    words: 7,
    pattern: whole(
      "accueil|aller (?:au|à|à la) .{0,24}|rechercher?|fermer|retour.{0,16}|inicio|portada|buscar|cerrar|volver.{0,12}|ir al? .{0,20}|última hora|sociedad|economía|política|deportes|cultura|opinión|internacional|home|cerca|chiudi|cronaca|esteri|economia|politica|sport|pesquisar|fechar|monde|société|économie|culture|santé|météo|europe|actualités?|voir plus|voir tous?|ver más|ver todos|leggi tutto|sommaire|plan du site|contacts?",
    ),
  },
  {
    name: "account link",
    words: 7,
    pattern: whole(
      "(?:se )?(?:connecter|connexion)|s[’']abonner.{0,16}|s[’']inscrire|mon compte|abonnez-vous.{0,20}|iniciar sesión|suscr[ií]b(?:ete|irse|ase).{0,16}|regístrate.{0,12}|mi cuenta|accedi|registrati|abbonati.{0,16}|entrar|assin(?:e|ar).{0,12}|hazte (?:socio|socia).{0,16}",
    ),
  },
  {
    name: "heading of related links",
    words: 8,
    pattern: whole(
      "(?:à )?lire (?:aussi|plus|également|la suite).{0,16}|sur le même (?:sujet|thème)|articles? (?:liés|associés|similaires|recommandés).{0,12}|les plus (?:lus|populaires|partagés).{0,10}|à (?:ne pas manquer|découvrir|la une).{0,12}|voir aussi|pour (?:aller plus loin|approfondir)|dans la même .{0,20}|vous aimerez .{0,16}|(?:noticias|artículos|temas|contenidos) (?:relacionad[oa]s|destacad[oa]s)|(?:lo )?más (?:leído|visto|noticias|información|en|sobre)\\b.{0,24}|te puede interesar.{0,8}|también te .{0,20}|lee también|leer más|lo último|leggi anche|articoli (?:correlati|recenti|simili)|potrebbe interessarti.{0,12}|i più letti|più letti|leia (?:também|mais)|mais lidas|veja também|relacionad[oa]s|mots-clés|etiquetas|temas|newsletter",
    ),
  },
  {
    name: "pointer to another article",
    words: 40,
    pattern: opening(
      "(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|(?:lee|leer|lea|ver) (?:también|más)|te puede interesar|leggi anche|leia também|relacionado\\s*:",
    ),
  },
  {
    name: "heading of comments",
    words: 7,
    pattern: whole(
      "(?:\\d+ )?commentaires?(?: .{0,30})?|laisser un commentaire|réagissez|(?:\\d+ )?comentarios?(?: .{0,30})?|deja (?:un|tu) comentario|(?:\\d+ )?commenti(?: .{0,24})?|lascia un commento|(?:\\d+ )?comentários?|deixe (?:um|seu) comentário|contribuer",
    ),
  },
  {
    name: "advertisement",
    words: 4,
    pattern: whole(
      "publicité|publicidad|pubblicità|publicidade|contenu sponsorisé|la suite après (?:la|cette) publicité|sponsorisé",
    ),
  },
  {
    name: "legal notice",
    words: 60,
    pattern: holding(
      "tous droits réservés|mentions légales|conditions générales.{0,16}|politique de (?:confidentialité|cookies)|todos los derechos reservados|aviso legal|política de (?:privacidad|cookies)|tutti i diritti riservati|todos os direitos reservados|derechos reservados|gestion des cookies",
    ),
  },
  {
    name: "call to subscribe",
    words: 50,
    pattern: holding(
      "newsletters?|inscrivez-vous|abonnez-vous|recevez|réservé (?:aux abonnés|à nos abonnés)|suscríbete|apúntate|recibe(?: en tu)?|iscriviti|inscreva-se|boletín|boletines",
    ),
  },
];
