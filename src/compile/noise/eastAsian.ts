// EAST_ASIAN_NOISE: what Japanese, Korean and Chinese pages carry around an article.

import type { NoiseRule } from "./rule.ts";

/** What Japanese, Korean and Chinese pages carry around an article. A phrase is added to the row of its kind. */
export const EAST_ASIAN_NOISE: readonly NoiseRule[] = [
  {
    name: "share button",
    words: 8,
    pattern:
      /^(?:シェア.{0,12}|共有|印刷|保存.{0,6}|ブックマーク|はてな.{0,10}|ツイート|メール|記事を.{0,8}|공유.{0,8}|스크랩|프린트|인쇄|글자\s?크기.{0,8}|분享|分享.{0,8}|列印|收藏|文字サイズ.{0,8}|URLコピー|リンクを?コピー.{0,6})$/u,
  },
  {
    name: "site navigation",
    words: 8,
    pattern:
      /^(?:トップ|ホーム|メニュー|検索|閉じる|戻る|次へ|前へ|一覧.{0,8}|もっと見る|すべて見る|社会|政治|経済|国際|スポーツ|文化|速報|ランキング|검색|메뉴|닫기|홈|정치|경제|사회|국제|문화|스포츠|전체보기|더보기|首页|首頁|搜索|搜尋|菜单|選單|关闭|返回)$/u,
  },
  {
    name: "account link",
    words: 8,
    pattern:
      /^(?:ログイン|会員登録.{0,8}|無料.{0,12}|有料.{0,12}|購読.{0,8}|新規登録.{0,6}|로그인|회원가입|구독.{0,8}|登录|登入|注册|註冊)$/u,
  },
  {
    name: "heading of related links",
    words: 8,
    pattern:
      /^[【\s■●]*(?:関連(?:記事|ニュース|リンク|特集|キーワード|トピック)?|あわせて読みたい.{0,6}|おすすめ.{0,10}|人気(?:記事|の).{0,10}|(?:アクセス)?ランキング.{0,8}|最新(?:記事|ニュース).{0,8}|注目.{0,8}|ピックアップ|新着.{0,8}|この記事.{0,16}|関連.{0,10}|관련\s?(?:기사|뉴스).{0,6}|많이 본.{0,8}|인기.{0,8}|추천.{0,8}|최신.{0,8}|주요\s?뉴스|相关.{0,8}|相關.{0,8}|热门.{0,6}|熱門.{0,6}|推荐.{0,8}|推薦.{0,8}|延伸閱讀)[】\s]*$/u,
  },
  {
    name: "legal notice",
    words: 60,
    pattern:
      /無断転載|禁無断|著作権|プライバシーポリシー|利用規約|무단\s?(?:전재|복제|배포)|저작권|개인정보|版权所有|版權所有/u,
  },
  {
    name: "call to subscribe",
    words: 60,
    pattern: /残り\d*.{0,4}文字|有料会員|会員限定|続きを読む|この記事は|ログインして|구독하기|전체 문장/u,
  },
  {
    name: "heading of comments",
    words: 8,
    pattern: /^(?:コメント.{0,12}|댓글.{0,12}|评论.{0,8}|評論.{0,8}|留言.{0,8})$/u,
  },
];
