/** Places to send without typing: one in each part of the country, and two that are far from a centre. */
export const places = [
  { title: '東京駅', address: '東京都千代田区丸の内1丁目', latitude: 35.681236, longitude: 139.767125 },
  { title: '札幌駅', address: '北海道札幌市北区北6条西4丁目', latitude: 43.068661, longitude: 141.350755 },
  { title: '仙台駅', address: '宮城県仙台市青葉区中央1丁目', latitude: 38.260132, longitude: 140.882438 },
  { title: '名古屋駅', address: '愛知県名古屋市中村区名駅1丁目', latitude: 35.170915, longitude: 136.881537 },
  { title: '大阪駅', address: '大阪府大阪市北区梅田3丁目', latitude: 34.702485, longitude: 135.495951 },
  { title: '博多駅', address: '福岡県福岡市博多区博多駅中央街', latitude: 33.589728, longitude: 130.420727 },
  { title: '那覇空港', address: '沖縄県那覇市鏡水', latitude: 26.206433, longitude: 127.646194 },
  { title: '父島 二見港', address: '東京都小笠原村父島', latitude: 27.0951, longitude: 142.1918 },
];
