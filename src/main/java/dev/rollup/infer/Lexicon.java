package dev.rollup.infer;

import dev.rollup.template.FieldType;
import dev.rollup.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which forms say what a blank takes. One table, so that nothing knows others. */
final class Lexicon {

  private static final String MONEY =
      "(?:万|亿|千|百万|十万)?(?:美|欧|港|日|人民币)?元"
          + "|(?:10[,， ]?000 |1[,， ]?000 |(?:ten )?thousands? (?:of )?|(?:one hundred )?millions? (?:of )?|billions? (?:of )?)?"
          + "(?:USD|RMB|CNY|EUR|US ?\\$|€|\\$|￥|¥|yuan|(?:US )?dollars?|euros?)";
  private static final String RATE = "[%％‰]|个?百分点|percent|per cent";

  /** How many of a measure are one: 万 is ten thousand. */
  private static final String SCALE = "(?:十万|百万|千万|百亿|亿|万|千|百)";

  private static final String DECIMAL =
      "平方(?:公里|千米|米|厘米)|立方(?:米|公里)|"
          + SCALE
          + "?(?:公里|千米|公顷|吨|亩|千瓦时?|米|公斤|千克|升|克|小时|度|工日|工时|吨公里|人公里|担|斤|方)"
          + "|"
          + SCALE
          + "(?:平方(?:公里|千米|米)|(?:标准?)?立方米?|标方|千焦|大卡|吨标准?煤)"
          + "|标准?立方米|标方|单线公里|双线公里|正线公里|条公里|延长米|延米|标准?煤?吨|吨标准?煤|兆瓦时?|(?:万?千|兆)伏安|兆帕|千帕|毫米|厘米|毫克|微克|毫升|分贝|1/(?:10)?万|学时|课时|天数|人日|人月|台时|千焦|吉焦|GJ|MJ|kJ|海里|市?斤|公担"
          + "|分钟|秒|分|k?m[²³]?|m2|m3|㎡|㎥|kg|[mμu]?g|m?L|ml|dB|℃|km2?|km²|t|ha|hm2|hm²|[kMG]Wh?|MPa|kPa|kVA?|[KMGTP]B|L|h|mm|cm|MT|mt"
          + "|(?i:hours?|hrs?|minutes?|mins?|seconds?|secs?|tons?|tonnes?|metric tons?|hectares?|ha\\.|kilomet(?:er|re)s?|met(?:er|re)s?|lit(?:er|re)s?|kilolit(?:er|re)s?|kilograms?|grams?|acres?|miles?|gallons?)";
  private static final String COUNT =
      "亩次|例次|剂次|诊次|件次|册次|篇次|站次|课次|门次|课时|学时|人次|人|名|位|[车床学席泊座]位|个数?|家|项|次数?|户|处|起|件|台(?:次|套)?|辆(?:次)?|套|条|份|篇|场(?:次)?|批(?:次)?|期|张|所|座|间|栋|幢|组|队|支"
          + "|班|节|册|本|枚|艘|架|头|只|匹|株|棵|床|张床|例|宗|笔|天|日|月|年|岁|层|段|孔|榀|根|块|片|盏|口|眼|门|部|届|轮|步|字|页|级|类|种|车次|班次|艘次|架次|户次|家次|袋|瓶|箱|桶|盒|包|罐|剂|双|副|具|顶|幅|卷|封|趟|群|尾|羽|扇|堂|餐|标准?箱|TEU|节点|台班|人天|根数|车"
          + "|No\\.?|(?i:persons?|people|cases?|units?|items?|times?|pcs|pieces?|days?|weeks?|months?|years?|vehicles?|households?|heads?|sets?|kits?|doses?|tablets?|bottles?|bags?|boxes|packs?|families|villages?|schools?|sessions?|visits?|beds?|classes|rooms?)";

  /** Many of what is counted have decimals: 万人. Nobody counts days so. */
  private static final String SCALED_COUNT =
      SCALE
          + "(?:[人户亩例剂件台辆家场车诊册]次|台套|人|户|名|个|间|头|只|株|棵|件|台|套|度|册|辆|艘|羽|尾|项|家|次|份|条|张|场|枚|盒|剂|支|瓶|袋|本|处|座|所|床|标箱|TEU|桶)";

  private static final Pattern IS_MONEY = Pattern.compile(MONEY, Pattern.CASE_INSENSITIVE);
  private static final Pattern IS_RATE = Pattern.compile(RATE, Pattern.CASE_INSENSITIVE);
  private static final Pattern IS_DECIMAL = Pattern.compile(DECIMAL + "|" + SCALED_COUNT);
  private static final Pattern SCALED = Pattern.compile(SCALE + "[\\p{IsHan}A-Za-z]");
  private static final Pattern IS_COUNT = Pattern.compile(COUNT);
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:"
              + MONEY
              + "|"
              + RATE
              + "|"
              + DECIMAL
              + "|"
              + SCALED_COUNT
              + "|"
              + COUNT
              + ")(?:/(?:[一-龥]{1,4}|[a-zA-Z]{1,3}[²³23]?)(?:[·•・.*][一-龥]{1,3})?)?");

  private static final Pattern BRACKETED = Pattern.compile("[（(︵]\\s*([^（()）︵︶]{1,24}?)\\s*[)）︶]");
  private static final Pattern BEHIND_COMMA = Pattern.compile("[,，、]\\s*([^,，、]{1,6})$");

  private static final Pattern PERCENT_LABEL =
      Pattern.compile(
          "^占|^[%％]|[^%％\\d][%％]$|(?<!功)率[%％]?$|(?<!功)率[（(]|(?<!按)比例|比重|占比|百分比|增幅|增速|降幅|同比|环比|±%|增长（?%|percentage|rate$|share$",
          Pattern.CASE_INSENSITIVE);

  /** What is planned and done is a number of whatever the row is about. */
  private static final Pattern PLAN =
      Pattern.compile(
          "(?:预算|决算|执行|完成|计划|实际|调整|入库|退库|到位|征收|[应实欠][收缴付]|[上欠]缴|拨付|支付|下达|结转|增减|净增|[本上当去今前][期年月季周旬日]|同期|累计|[年期][初末])数$");

  private static final Pattern MONEY_LABEL =
      Pattern.compile(
          "金额|资金|经费|收入|支出|产值|投资|费用|损失|工资|薪酬|税|利润|[内外]资|[捐存贷罚欠赔]款|保费|租金|押金|基金(?!会)|奖金|股金|现金|利息|补偿金|救助金|资产|负债|余额|结余|盈亏|预算|决算|罚款|补助|补贴|拨款|成本|销售额|营业额|总额|合同额|价款|amount|cost|revenue|expenditure|income|investment|budget",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:number of|no\\. of|persons?|people|cases|accidents|deaths|injured|killed|households|vehicles|items|times)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DECIMAL_LABEL =
      Pattern.compile(
          "面积|长度|里程|ph值?$|系数$|指数$|浓度|密度|(?<![评对占])比$|倍数|[温湿]度|产量|重量|用量|消费量|库存量|电量|水量|能耗|容积|库容|水位|高程|area|length|weight|volume",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE_LABEL =
      Pattern.compile(
          "日期|期限$|时限$|时间$|时间[（(]|年月日?$|出生年月|起止|(?<!to ?)date$|^date", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXT_LABEL =
      Pattern.compile(
          "名称|姓名|村名|镇名|品名|供应商|厂家|厂商|生产商|驻地|住址|籍贯|程度$|困难|经验|成效|亮点|打算|委会|委员会|形象进度|车型|颜色|评价|等次|资质|文号|许可证|岗位|工种|车间|班级|(?<![一二三四五六七八九十\\d])年级|内容|备注|^主(?:要产品|导产业|要产业|要作物|营.{0,4})$|(?:保管|经手|经办|监护|签收|申请|责任|联系|当事|持证|介绍|验收|审批|承租|代表|受理|报告|登记|采购|供货|收货|发货|抢修|值班|带班|管理责任)人$|法人$|^(?:所属|隶属|所在)|(?:书记|主任|校长|院长|所长|站长|镇长|乡长)$|特色|案例|事例|领导$|责任(?:单位|部门|科室)|经过|过程|概况|简况|摘要|事由|理由|说明|措施|原因|地址|地点|位置|联系人|电话|手机|负责人|责任人|职务|职称|单位$|部门|情况$|意见|方式|类型|类别|性质|(?<!少数)民族|学历|专业|[灾险病]种$|灾害种类$|型号|规格|牌号|车牌|编号|证号|身份证|码$|[账帐]号$|网址|邮箱|邮编|做法|问题|方面$|需求$|诉求$|评语|建议|简介|描述|项目$|依据|结论|签名|签字|附件|来源|去向|用途|品种|地区|name|remark|note|address|telephone|phone|description|comment|type$|person in charge|contact",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHOICE_LABEL =
      Pattern.compile("是否|性别(?!比|构成|结构|分组)|有无|能否|是／否|是/否|有/无|yes/no", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK_LABEL = Pattern.compile("[（(]?(?:打|划|画)?[√✓][）)]?|打勾|划勾|画勾");

  private static final Pattern OFFERED =
      Pattern.compile(
          ".*(?:方式|类型|类别|性质|情况|等级|结论|结果|状态|形式|意见)[（(]((?:[一-龥]{1,6}[/／、或])+[一-龥]{1,6})[)）]");

  private static final Pattern PART =
      Pattern.compile("^(?:其中|#|of which|where)", Pattern.CASE_INSENSITIVE);

  /** What words are about, with the measures for it. */
  private static final Map<Pattern, Pattern> KINDS =
      Map.ofEntries(
          kind("面积|播种|造林", "亩|公顷|平方"),
          kind("里程|长度|河道|管线|管网", "^万?(?:公里|千米|米|延米|延长米)$"),
          kind("产量|重量|用量|排放|垃圾", "吨|公斤|千克"),
          kind("库容|水量|蓄水|用水|土方|石方", "立方|m³"),
          kind("电量|用电", "千瓦时|度"),
          kind("株数|植树", "株"),
          kind("户数|户$", "户"),
          kind("人数|人员|人口|劳动?力$|人$|死亡|[重轻受]伤|失踪", "人$|名|位"),
          kind("人次", "人次"),
          kind("水位|高程|海拔", "^(?:米|m|公尺)$"));

  private static final Map<String, Pattern> ROLES =
      Map.of(
          "unit",
          Pattern.compile(
              "(?:填报|上报|报送|报告|申报|编制|填表|制表|报表|统计|汇总|编报|呈报|申请|使用|综合|调查|检查|接种|监测|评审)(?:单位|部门|机构|机关|地区|学校|企业)(?:名称)?|(?:综合|主管)?(?:单位|企业|机构|学校|部门|工会|公司|医院|组织|支部|社区|项目部|合作社|乡镇|街道|村|镇|县|区)名称|[村镇校县]名|单位(?:全称)?|(?:(?:reporting|implementing|submitting) )?(?:unit|organi[sz]ation|agency|partner|office|entity|department|institution|facility|school|hospital)(?: name)?|(?:name of )?(?:the )?(?:reporting )?(?:unit|organi[sz]ation|agency|partner|office|department|institution|facility|school|hospital|county|district|municipality)|(?:country|county|district|municipality|province|state)(?: office| name)?|submitted by",
              Pattern.CASE_INSENSITIVE),
          "contact",
          Pattern.compile(
              "(?:填表|填报|制表|编制|经办|联系|报表|统计员|录入|上报|报送)人(?:员)?(?:姓名|签字|签名)?|统计员|经办|制表|填表|(?:filled in|prepared|completed|compiled) by|contact(?: person| name)?|focal (?:point|person)",
              Pattern.CASE_INSENSITIVE),
          "phone",
          Pattern.compile(
              "(?:联系|办公|固定|移动)?(?:电话|手机)(?:号码)?|联系方式|tel(?:ephone)?|phone(?: number)?",
              Pattern.CASE_INSENSITIVE),
          "date",
          Pattern.compile(
              "(?:填报|填表|报出|报表|报送|上报|制表|报告|编制|统计|填写|检查|调查|登记)(?:日期|时间)|日期|统计截至|截至日期|截止日期|(?:reporting |report |submission )?date(?: of (?:report|submission|completion))?",
              Pattern.CASE_INSENSITIVE),
          "head",
          Pattern.compile(
              "(?:单位|部门|分管|主要|企业|学校)?(?:负责人|领导|主管|法人代表|法定代表人)(?:签字|签名)?|(?:单位)?(?:盖章|公章)|分管|主管|head|person in charge",
              Pattern.CASE_INSENSITIVE),
          "reviewer",
          Pattern.compile(
              "(?:审核|审批|复核|审查|校核|校对|批准|签发)(?:人|员)?(?:签字|签名)?|统计负责人|(?:reviewed|approved|verified|checked|authori[sz]ed) by",
              Pattern.CASE_INSENSITIVE),
          "period",
          Pattern.compile(
              "(?:统计|报告|报表|起止|所属|填报|上报|会计|考核|评估|检查)(?:时段|期间|年月|月份|年份|季度|年度|期)|(?:统计|起止|所属)(?:时间|日期)|截[至止]|期别|年度|月份|季度|(?:reporting |report )?(?:period|month|year|quarter)|period covered",
              Pattern.CASE_INSENSITIVE));

  /** The roles of those who fill a form in, or answer for it. */
  private static final Set<String> PERSONS = Set.of("contact", "reviewer", "head");

  /** People or vehicles by how often they came, and days of work. */
  private static final Pattern SHORT_TIMES =
      Pattern.compile(".*(?:[人件户车班场批频面架艘]次|人天|工日|[起例宗]数)(?:[（(].*[)）])?");

  /** A number of something, and no factor or index. */
  private static final Pattern NUMBER_OF = Pattern.compile(".*(?<![系指倍分])数");

  /** A word for what is counted, behind a bracket in the middle of it. */
  private static final Pattern WORDS_GO_ON = Pattern.compile("[一-龥]{0,6}(?:数|量|人员|情况|率|户)");

  /** Points that somebody gives or takes. */
  private static final Pattern POINTS =
      Pattern.compile(".*(?:[评得扣加自总]|标准|考核)分(?:数|值)?(?:[（(].*[)）])?");

  /** Until when something holds. */
  private static final Pattern LAST_DAY = Pattern.compile(".*(?:有效期|截止)(?:至|限|日期?|时间)?");

  /** 一、 */
  private static final Pattern FIRST_LEVEL = Pattern.compile("[一二三四五六七八九十]{1,3}、.*");

  /** （一） */
  private static final Pattern SECOND_LEVEL = Pattern.compile("[（(][一二三四五六七八九十]{1,3}[)）].*");

  /** 1.1, which is no percentage and no longer number. */
  private static final Pattern FOURTH_LEVEL =
      Pattern.compile("\\d{1,2}[.．]\\d{1,2}(?![.．%％]?\\d|[%％]).*");

  /** 1.1.1 */
  private static final Pattern FIFTH_LEVEL = Pattern.compile("\\d{1,2}(?:[.．]\\d{1,2}){2}.*");

  /** 1. */
  private static final Pattern THIRD_LEVEL = Pattern.compile("\\d{1,2}[.、．].*");

  /** (1) */
  private static final Pattern SIXTH_LEVEL = Pattern.compile("[（(]\\d{1,2}[)）].*");

  /** How many people there are on average. */
  private static final Pattern MEAN_OF_PEOPLE =
      Pattern.compile("(?s).*平均(?:从业|在岗|职工|用工|员工)?(?:人员)?人数(?:[（(].*)?");

  /** Words for people at the end of a head. */
  private static final Pattern PEOPLE =
      Pattern.compile(".*(?:人员|人口|职工|学生|教师|党员|干部|会员|工人|队员|居民|村民)");

  /** What stands over remarks and signatures. */
  private static final Pattern REMARK =
      Pattern.compile("备注|说明|附注|(?:审核|单位|部门|领导|主管)?意见|签[字名章]|盖章|remarks?|notes?");

  /** Names, telephones and addresses. */
  private static final Pattern CONTACT =
      Pattern.compile("(?s).*(?:姓名|名称|电话|手机|地址|负责人|联系人|联系方式|签名|签字)");

  /** Some of all, whom nobody else completes. */
  private static final Pattern PART_ONLY = Pattern.compile("少数民族|(?:中共)?(?:预备)?党员|残疾人?|退役军人|未成年人");

  /** What stands over numbers that only count the rows. */
  private static final Pattern ORDINAL_HEAD = Pattern.compile("序号|序|行号|行次|no|nr|sn");

  /** What stands over numbers, whatever they count. */
  private static final Pattern NUMBER_HEAD =
      Pattern.compile("数量|数值|统计数|实有数|figure|number|quantity");

  /** What is printed behind room for a name. */
  private static final Pattern KIND_OF_UNIT =
      Pattern.compile(
          "(?:省|市|区|县|镇|乡|街道|村|社区|学校|医院|公司|单位|局|乡镇|区县|县区|市区|村委会|居委会)" + "(?:[（(、/／][^：:]{1,12})?");

  /** A mean, or a share of something. */
  private static final Pattern MEAN =
      Pattern.compile(
          "(?s).*(?:平均|[人户生师班校村日月年亩台件次床车单]均|average|mean|\\bper(?! ?cent)\\b|\\bratio\\b).*");

  /** What has no measure, whatever it is the factor of. */
  private static final Pattern FACTOR =
      Pattern.compile("(?s).*(?:系数|指数|倍数|排名|名次)(?:值)?(?:[（(].*[)）])?");

  /** What may be below zero. */
  private static final Pattern DIFFERENCE =
      Pattern.compile(
          "(?is).*(?:增减|±|增加额|净[增减]|差[额异]|结余|余缺|盈亏|损益|利润|net change|difference|variance).*");

  /** What stands over codes, and over numbers of rows. */
  private static final Pattern CODE_HEAD =
      Pattern.compile(
          "(?:指标|行|栏目?|项目?|序列?|(?:[一-龥]{0,2}科目|目录|分类)(?=代|编))?(?:代码|编码|编号|序号|行号|行次|次序|号)|序|code|no|nr|index|number");

  /** What stands over measures. */
  private static final Pattern MEASURE_HEAD =
      Pattern.compile(
          "计量单位|计算单位|单位|量纲|measure|unit(?:of(?:measure(?:ment)?|issue|count))?|uom|单位名称计量");

  /** What says nothing of what is filled in below it. */
  private static final Pattern BARE_HEAD =
      Pattern.compile(
          "数量|数值|数据|数|填报数据?|填报内容|填写内容|填报情况|内容|指标值|统计数据?|实际数?|value|figure|填报数值|填报值|填写|答案");

  /** Words for people and times that are asked for outside tables. */
  private static final Pattern PERSON_OR_TIME =
      Pattern.compile(
          "(?s).*(?:[人员长]|主任|会计|出纳|书记|经理|主席|主管|签[字名章]|盖章|电话|手机|[时日]期|时间|[表文]号|(?:机构|信用|区划|单位|学校|行业|法人)(?:标识)?代?码|标识码|年度|月份|季度|[a-zA-Z])[）)]?");

  /** White space, as wide as it may be. */
  static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** A Latin letter: words that are apart. */
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

  /** The words that ask which body reports: 填报学校. */
  private static final Pattern UNIT_LABEL = Pattern.compile("(?:填报|报送|上报|申报)[^人员时日期表内容]{2,6}");

  /** The words that ask for the name of a body. */
  private static final Pattern UNIT_NAME =
      Pattern.compile(
          ".*(?:单位|部门|学校|企业|公司|机构|医院|乡镇|街道|社区|[村镇乡县区市]|村委会|居委会|合作社)(?:详细)?(?:名称?|全称)?"
              + "|.*[库点站园院校所队场厂矿区组室处局委会社店馆乡](?:名称|全称)|(?:行政)?(?:区域|区划|辖区)(?:名称)?|班级|班组|科室|处室|车间|网格|中队|大队|[站所社]名|.*(?:中心|基地|项目部|分部|标段|码头|网格|幼儿园)(?:名称|全称)"
              + "|(?i)name ?of ?(?:the ?)?(?:village|town|school|hospital|clinic|camp|station|reservoir|site|facility|office|farm|centre|center)"
              + "|(?:village|town|school|hospital|clinic|camp|station|reservoir|site|facility|office|farm|centre|center) ?name");

  /** What stands behind a label. */
  private static final Pattern SPACE_OR_COLON = Pattern.compile("[\\s\\p{Z}:：_＿]+");

  /** What stands in brackets. */
  static final Pattern IN_BRACKETS = Pattern.compile("[（(][^（()）]*[)）]");

  /** What stands behind a slash. */
  private static final Pattern BEHIND_SLASH = Pattern.compile("[/／].*");

  /** Ends of lines. */
  static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u2029]+");

  /** White space, colons and what stands in brackets. */
  private static final Pattern COLON_OR_BRACKETS =
      Pattern.compile("[\\s\\p{Z}:：]|[（(][^（()）]*[)）]");

  private static final Pattern ROOM =
      Pattern.compile("[\\s\\p{Z}_＿]{2,}([^\\s\\p{Z}_＿]{1,5})[\\s\\p{Z}]*");
  private static final Pattern DAY_ROOM =
      Pattern.compile("(?:20)?[\\s\\p{Z}_＿]*年[\\s\\p{Z}_＿]*月(?:[\\s\\p{Z}_＿]*日)?[\\s\\p{Z}]*");

  /** What stands between the labels of a line. */
  private static final Pattern BETWEEN_LABELS = Pattern.compile("[：:\\s\\p{Z}_＿]+");

  /** What may stand before a measure. */
  private static final Pattern UNIT_OF =
      Pattern.compile("^(?:单位[:：]?|\\d{1,3}[-~～—－至]\\d{1,4}(?=[\\p{IsHan}%％]))");

  /** What a number is divided by, and nothing that is counted with another. */
  private static final Pattern NOT_SETS = Pattern.compile("[人户年月日天岁]|次");

  /** What comes once or several times. */
  private static final Pattern TIMES = Pattern.compile("[人场篇]/次");

  /** What parts the answers that a label offers. */
  private static final Pattern BETWEEN_CHOICES = Pattern.compile("[/／、或]");

  /** A head in Chinese, then in English, as labels are folded. */
  private static final Pattern IN_TWO_LANGUAGES = Pattern.compile("^([\\p{IsHan}]+)[a-z]+$");

  /** A label in Chinese, then in English: 企业名称 Enterprise. */
  private static final Pattern LABEL_IN_TWO_LANGUAGES =
      Pattern.compile("([\\p{IsHan}]{2,}) ?[A-Za-z][A-Za-z .']*");

  private static final Pattern MEASURE_IN_TWO_LANGUAGES =
      Pattern.compile("([\\p{IsHan}]+)[\\s\\p{Z}（(]+(?:\\d{1,3}(?:,\\d{3})+ ?)?[A-Za-z$￥¥].*");

  private Lexicon() {}

  private static Map.Entry<Pattern, Pattern> kind(String about, String measures) {
    return Map.entry(Pattern.compile(about), Pattern.compile(measures));
  }

  /** Returns the role of a label outside the table; empty where it has none. */
  static Optional<String> role(String label) {
    String bare =
        SPACE_OR_COLON
            .matcher(label.strip())
            .replaceAll(LATIN.matcher(label).find() ? " " : "")
            .strip();
    String plain =
        BEHIND_SLASH.matcher(IN_BRACKETS.matcher(bare).replaceAll("")).replaceFirst("").strip();
    if (UNIT_LABEL.matcher(plain).matches()) {
      return Optional.of("unit");
    }
    Matcher both = LABEL_IN_TWO_LANGUAGES.matcher(plain);
    if (both.matches()) {
      return role(both.group(1));
    }
    for (var role : List.of("unit", "contact", "phone", "reviewer", "head", "period", "date")) {
      Pattern words = ROLES.get(role);
      if (words != null && (words.matcher(plain).matches() || words.matcher(bare).matches())) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** Tells whether words are those printed behind room for a name: 镇（乡、街道）. */
  static boolean isKindOfUnit(String words) {
    return KIND_OF_UNIT.matcher(spaced(words).strip()).matches();
  }

  /** Tells whether a label may ask who fills a form in, where nothing else does. */
  static boolean mayNameUnit(String label) {
    return UNIT_NAME.matcher(COLON_OR_BRACKETS.matcher(label).replaceAll("")).matches();
  }

  /** Tells whether a line names somebody who fills forms in. */
  static boolean namesRole(String line) {
    for (var part : BETWEEN_LABELS.split(line, -1)) {
      if (part.length() > 1 && role(part).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the measure behind nothing but room for a number; empty where the text is no such. */
  static Optional<String> measureOfRoom(String text) {
    Matcher room = ROOM.matcher(text);
    return room.matches() && isMeasure(room.group(1))
        ? Optional.of(room.group(1))
        : Optional.empty();
  }

  /** Tells whether a text is nothing but room for a day. */
  static boolean isRoomForDay(String text) {
    return DAY_ROOM.matcher(text).matches();
  }

  /** Tells whether a text is nothing but a measure. */
  static boolean isMeasure(String text) {
    return MEASURE.matcher(text.strip()).matches();
  }

  /** Returns the measure at the beginning of a text, the longest there is. */
  static Optional<String> leadingMeasure(String text) {
    String bare = text.stripLeading();
    for (int end = Math.min(bare.length(), 8); end > 0; end--) {
      if (isMeasure(bare.substring(0, end))) {
        return Optional.of(bare.substring(0, end));
      }
    }
    return Optional.empty();
  }

  /** Returns the measure that a label names in brackets, or behind its last comma. */
  static Optional<String> measureIn(String label) {
    String found = null;
    String line = LINE_BREAKS.matcher(label).replaceAll("");
    Matcher bracketed = BRACKETED.matcher(line);
    while (bracketed.find()) {
      String word = UNIT_OF.matcher(bracketed.group(1)).replaceFirst("");
      String before = line.substring(0, bracketed.start());
      if (isMeasure(word) && !isOtherWord(word, before, line.substring(bracketed.end()))) {
        found = word;
      }
    }
    if (found != null) {
      return Optional.of(found);
    }
    Matcher comma = BEHIND_COMMA.matcher(label.strip());
    return comma.find() && isMeasure(comma.group(1)) && comma.group(1).length() > 0
        ? Optional.of(comma.group(1))
        : Optional.empty();
  }

  /**
   * Tells whether what a label has in brackets goes on with its words, and measures nothing:
   * 入园（班）人数 are those who enter a nursery or a class.
   */
  private static boolean isOtherWord(String word, String before, String behind) {
    return typeOf(word) == FieldType.COUNT
        && WORDS_GO_ON.matcher(behind).lookingAt()
        && Total.of(behind) == Total.NONE
        && !NUMBER_OF.matcher(spaced(before)).matches()
        && !fits(word, before);
  }

  /** Returns what a measure measures. */
  static FieldType typeOf(String measure) {
    String bare = measure.strip();
    String first = bare.contains("/") ? bare.substring(0, bare.indexOf('/')) : bare;
    if (IS_RATE.matcher(first).matches()) {
      return FieldType.PERCENT;
    }
    if (IS_MONEY.matcher(first).matches()) {
      return FieldType.MONEY;
    }
    if (IS_COUNT.matcher(first).matches() && (!bare.contains("/") || isEither(bare))) {
      return FieldType.COUNT;
    }
    boolean scaled = SCALED.matcher(first).lookingAt();
    return IS_DECIMAL.matcher(first).matches() || bare.contains("/") || scaled
        ? FieldType.DECIMAL
        : FieldType.COUNT;
  }

  /** Tells whether a measure is one of two, as things are counted one by one or in sets: 台/套. */
  static boolean isEither(String measure) {
    int slash = measure.indexOf('/');
    String second = slash < 0 ? "" : measure.substring(slash + 1);
    return slash > 0
        && IS_COUNT.matcher(measure.substring(0, slash)).matches()
        && IS_COUNT.matcher(second).matches()
        && (!NOT_SETS.matcher(second).matches() || TIMES.matcher(measure).matches());
  }

  /** Returns what words alone say that a blank takes; empty where they do not tell. */
  static Optional<FieldType> typeByWords(String label) {
    String bare = SPACE.matcher(label).replaceAll("");
    if (MARK_LABEL.matcher(bare).find()) {
      return Optional.of(FieldType.MARK);
    }
    if (CHOICE_LABEL.matcher(bare).find()) {
      return Optional.of(FieldType.CHOICE);
    }
    if (PERCENT_LABEL.matcher(bare).find()) {
      return Optional.of(FieldType.PERCENT);
    }
    if (PLAN.matcher(bare).find()) {
      return Optional.empty();
    }
    if (SHORT_TIMES.matcher(bare).matches()) {
      return Optional.of(FieldType.COUNT);
    }
    if (NUMBER_OF.matcher(bare).matches() || bare.endsWith("人数") || bare.endsWith("数量")) {
      return Optional.of(FieldType.COUNT);
    }
    if (POINTS.matcher(bare).matches()) {
      return Optional.of(FieldType.DECIMAL);
    }
    if (COUNTED.matcher(label).find()) {
      return Optional.of(FieldType.COUNT);
    }
    if (LAST_DAY.matcher(bare).matches()) {
      return Optional.of(FieldType.DATE);
    }
    if (TEXT_LABEL.matcher(bare).find() || role(label).filter(PERSONS::contains).isPresent()) {
      return Optional.of(FieldType.TEXT);
    }
    if (DATE_LABEL.matcher(bare).find()) {
      return Optional.of(FieldType.DATE);
    }
    if (MONEY_LABEL.matcher(bare).find()) {
      return Optional.of(FieldType.MONEY);
    }
    return DECIMAL_LABEL.matcher(bare).find() ? Optional.of(FieldType.DECIMAL) : Optional.empty();
  }

  /** Takes the white space out of Chinese words, which are spaced to look wider. */
  static String spaced(String words) {
    return SPACE.matcher(words).replaceAll(LATIN.matcher(words).find() ? " " : "");
  }

  /**
   * Tells whether a label names a mean number of people, which is told in whole ones, and adds up
   * within one return.
   */
  static boolean isMeanOfPeople(String label) {
    return MEAN_OF_PEOPLE.matcher(spaced(label)).matches();
  }

  /** Tells whether a label names a mean, which has decimals whatever it counts. */
  static boolean isMean(String label) {
    return !isMeanOfPeople(label) && MEAN.matcher(spaced(label)).matches();
  }

  /** Tells whether words name a factor or an index, which is counted in nothing. */
  static boolean isFactor(String words) {
    return FACTOR.matcher(spaced(words)).matches();
  }

  /** Tells whether words name a difference, which may be below zero. */
  static boolean isDifference(String words) {
    return DIFFERENCE.matcher(spaced(words)).matches();
  }

  /**
   * Returns how deep a numbered label is: 一、 is 1, （一） 2, 1. 3, 1.1 4, 1.1.1 5, (1) 6; 0 where it
   * has no number.
   */
  static int level(String name) {
    String bare = name.strip();
    if (FIRST_LEVEL.matcher(bare).matches()) {
      return 1;
    }
    if (SECOND_LEVEL.matcher(bare).matches()) {
      return 2;
    }
    if (FOURTH_LEVEL.matcher(bare).matches()) {
      return 4;
    }
    if (FIFTH_LEVEL.matcher(bare).matches()) {
      return 5;
    }
    if (THIRD_LEVEL.matcher(bare).matches()) {
      return 3;
    }
    return SIXTH_LEVEL.matcher(bare).matches() ? 6 : 0;
  }

  /** Tells whether a label names a part of what comes before it. */
  static boolean isPart(String label) {
    return PART.matcher(label.strip()).find();
  }

  /** Tells whether a head stands over numbers of whatever its rows are about. */
  static boolean isNumberHead(String head) {
    return PLAN.matcher(spaced(head)).find();
  }

  /** Tells whether a head stands over people, who are counted. */
  static boolean isPeople(String head) {
    return PEOPLE.matcher(spaced(head)).matches();
  }

  /** Tells whether a row holds remarks on the columns, and no numbers. */
  static boolean isRemark(String label) {
    return REMARK.matcher(spaced(label)).matches();
  }

  /** Tells whether a head stands over people or places by name, whatever stands beside it. */
  static boolean isContact(String label) {
    return CONTACT.matcher(spaced(label)).matches();
  }

  /** Tells whether a label names some of all, which nothing beside it completes. */
  static boolean isPartOnly(String label) {
    return PART_ONLY.matcher(spaced(label)).matches();
  }

  /** Returns the answers that a label offers in brackets: 处理方式（新建/修缮）; none where it does not. */
  static List<String> choicesIn(String label) {
    Matcher offered = OFFERED.matcher(spaced(label));
    List<String> choices =
        offered.matches() ? List.of(BETWEEN_CHOICES.split(offered.group(1), -1)) : List.of();
    return choices.stream().anyMatch(Lexicon::isMeasure) ? List.of() : choices;
  }

  /** Tells whether a head stands over codes or over numbers that only count the rows. */
  static boolean isCodeHead(String head) {
    return CODE_HEAD.matcher(headOf(head)).matches();
  }

  /** Returns a head without what it says once more in another language: 计量单位 Unit. */
  private static String headOf(String head) {
    String folded = Folding.label(head);
    return IN_TWO_LANGUAGES.matcher(folded).replaceFirst("$1");
  }

  /** Returns a measure without what it says once more in another language: 千瓦 kW. */
  static String measureOf(String words) {
    Matcher both = MEASURE_IN_TWO_LANGUAGES.matcher(words.strip());
    return both.matches() && isMeasure(both.group(1)) ? both.group(1) : words;
  }

  /** Tells whether a measure measures what words are about: an area, a length, a weight. */
  static boolean fits(String measure, String words) {
    return KINDS.entrySet().stream()
        .anyMatch(
            kind -> kind.getKey().matcher(words).find() && kind.getValue().matcher(measure).find());
  }

  /** Tells whether words are about something that a measure does not measure. */
  static boolean contradicts(String measure, String words) {
    return typeOf(measure) != FieldType.MONEY
        && KINDS.keySet().stream().anyMatch(about -> about.matcher(words).find())
        && !fits(measure, words);
  }

  /** Tells whether a label outside the table asks for a person or a time, whoever it is. */
  static boolean mayBeHead(String label) {
    return role(label).isPresent()
        || mayNameUnit(label)
        || PERSON_OR_TIME.matcher(spaced(label)).matches();
  }

  /** Tells whether words name an amount of money. */
  static boolean isMoney(String words) {
    return MONEY_LABEL.matcher(words).find();
  }

  /** Tells whether a head stands over numbers that only count the rows. */
  static boolean isOrdinalHead(String head) {
    return ORDINAL_HEAD.matcher(headOf(head)).matches();
  }

  /** Tells whether a head stands over measures. */
  static boolean isMeasureHead(String head) {
    return MEASURE_HEAD.matcher(headOf(head)).matches();
  }

  /** Tells whether a head stands over numbers, whatever they count. */
  static boolean isNumber(String head) {
    return NUMBER_HEAD.matcher(headOf(head)).matches();
  }

  /** Tells whether a head says nothing about what is filled in below it. */
  static boolean isBareHead(String head) {
    return BARE_HEAD.matcher(headOf(head)).matches();
  }
}
