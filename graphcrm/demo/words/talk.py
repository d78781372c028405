"""What users and contacts talk about: topic, subjects and notes, in the contact's language."""

from __future__ import annotations

TOPICS = (
    ("pricing", ("Price list for next year", "Volume discount", "Revised offer", "Question about the quote")),
    ("renewal", ("Renewal in spring", "Contract extension", "Terms for the next two years")),
    ("pilot", ("Pilot at the second site", "Results of the pilot", "Pilot plan", "Kick-off")),
    ("delivery", ("Delivery dates", "Late pallet", "Shipping plan for the quarter", "New delivery address")),
    ("support", ("Ticket follow-up", "Spare parts", "Service level", "Firmware question")),
    ("training", ("Training for the night shift", "Refresher course", "Onboarding new colleagues")),
    ("integration", ("Interface to the ERP", "Data export", "Single sign-on", "API limits")),
    ("compliance", ("Audit questionnaire", "Supplier self-assessment", "Certificates")),
    ("introduction", ("Introduction", "Nice to meet you", "Who should join next time?")),
    ("roadmap", ("Roadmap preview", "Feature request", "Release notes", "Ideas for next year")),
)
TOPICS_ZH = (
    ("报价", ("明年价格表", "批量折扣", "更新后的报价", "关于报价的几个问题")),
    ("续约", ("春季续约", "合同延期", "未来两年的条款")),
    ("试点", ("第二工厂试点", "试点结果", "试点计划", "项目启动")),
    ("交付", ("交货日期", "延迟到货", "季度发货计划", "新的收货地址")),
    ("售后", ("工单跟进", "备件", "服务等级", "固件问题")),
    ("培训", ("夜班培训", "复训课程", "新同事入门培训")),
    ("集成", ("ERP接口", "数据导出", "单点登录", "接口限流")),
    ("合规", ("审核问卷", "供应商自评", "资质证书")),
    ("引荐", ("初次拜访", "很高兴认识您", "下次请哪位同事参加")),
    ("规划", ("产品规划预览", "功能需求", "版本说明", "明年的想法")),
)
NOTES = (
    "Asked for numbers by Friday.",
    "Happy with the last delivery; wants a second site to follow.",
    "Budget is decided in November.",
    "Prefers a short call to a long mail.",
    "A colleague from finance should join next time.",
    "Compares us with one other supplier.",
)
NOTES_ZH = (
    "希望周五前收到数据。",
    "对上次交付满意 · 第二工厂也想上线。",
    "预算十一月确定。",
    "更愿意打电话。",
    "下次请财务同事一起参加。",
    "正在与另一家供应商比较。",
)
OUTCOMES = ("follow-up agreed", "offer sent", "no decision yet", "interested", "not now", "order placed")
OUTCOMES_ZH = ("约定跟进", "已发报价", "暂未决定", "有意向", "暂不考虑", "已下单")
EVENTS = (("User day", "用户大会"), ("Spring trade fair", "春季展会"), ("Product evening", "新品沙龙"))

LEAD_SOURCES = ("web form", "trade fair", "referral", "webinar", "cold call", "partner")
LEAD_NOTES = (
    "Downloaded the price list.",
    "Asked for a demonstration.",
    "Left a card at the stand.",
    "Wants to replace a spreadsheet.",
    "Recommended by a customer.",
)
LEAD_NOTES_ZH = ("下载了价格表。", "希望演示产品。", "在展台留下名片。", "想替换现有表格。", "由老客户推荐。")
ASSIGN_REASONS = ("claimed", "assigned by manager", "territory")
END_REASONS = ("released to the pool", "reclaimed: no contact for 30 days", "reassigned: territory change")
OFFERS = ("Line two", "Pilot at the second site", "Service for two years", "New sensors", "Training", "Spare parts")
OFFERS_ZH = ("二期产线", "第二工厂试点", "两年服务", "新传感器", "培训", "备件")
WON_REASONS = ("Best service", "They knew us from their last job", "Fastest delivery", "The pilot convinced them")
WON_REASONS_ZH = ("服务最好", "在上一家公司就认识我们", "交货最快", "试点效果好")
LOST_REASONS = ("Too dear", "Chose a competitor", "No budget this year", "Our champion left", "Put off")
LOST_REASONS_ZH = ("价格太高", "选择了竞争对手", "今年没有预算", "支持我们的人离职了", "项目推迟")

# What customers ask of us, and what they say of what was done.
ASKED = (
    "The panel shows nothing after the update", "Two invoices for one delivery", "Which spare part fits",
    "Noise when it starts", "A new user needs access", "The report stops at March", "Delivery was one box short",
    "How is it calibrated",
)  # fmt: skip
ASKED_ZH = (
    "升级后面板无显示", "同一批货开了两张发票", "备件型号咨询", "启动时有异响", "新用户需要开通权限", "报表只到三月",
    "到货少一箱", "如何校准",
)  # fmt: skip
SAID = ("Quick and clear.", "It took two calls.", "Nobody told us when.", "Friendly, as always.")
SAID_ZH = ("处理很快。", "打了两次电话才解决。", "没人告诉我们时间。", "一如既往地热情。")
