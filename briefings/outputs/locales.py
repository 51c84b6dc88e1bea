"""A language as Open Graph names it, which wants a territory with each: `de_DE`."""

# The territory in which most of those live who speak it, after CLDR's likely subtags. Without any, whoever reads the
# page takes it for English; a language alone is not understood.
_LIKELY = """
    ar_EG be_BY bg_BG bn_BD ca_ES cs_CZ da_DK de_DE el_GR en_US es_ES et_EE eu_ES fa_IR fi_FI fr_FR ga_IE gl_ES he_IL
    hi_IN hr_HR hu_HU hy_AM id_ID is_IS it_IT ja_JP ka_GE kk_KZ ko_KR lt_LT lv_LV mk_MK ms_MY nb_NO nl_NL pl_PL pt_BR
    ro_RO ru_RU sk_SK sl_SI sq_AL sr_RS sv_SE sw_TZ ta_IN th_TH tr_TR uk_UA ur_PK vi_VN zh_CN
"""
_TERRITORIES = dict(pair.split("_") for pair in _LIKELY.split())


def locale(language: str) -> str:
    """The territory is that of the code, or else the likely one; "" where none is known."""
    primary, *rest = language.split("-")
    named = [part.upper() for part in rest if len(part) == 2 and part.isalpha()]
    territory = named[0] if named else _TERRITORIES.get(primary.lower(), "")
    return f"{primary.lower()}_{territory}" if territory else ""
