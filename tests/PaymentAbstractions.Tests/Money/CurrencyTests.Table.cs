namespace PaymentAbstractions.Tests;

public partial class CurrencyTests
{
    // Code, numeric code, exponent (a dash where the code is not money), chargeable.
    private const string Rows = """
        AED 784 2 yes; AFN 971 2 yes; ALL 008 2 yes; AMD 051 2 yes; ANG 532 2 no; AOA 973 2 yes;
        ARS 032 2 yes; AUD 036 2 yes; AWG 533 2 yes; AZN 944 2 yes; BAM 977 2 yes; BBD 052 2 yes;
        BDT 050 2 yes; BGN 975 2 no; BHD 048 3 yes; BIF 108 0 yes; BMD 060 2 yes; BND 096 2 yes;
        BOB 068 2 yes; BOV 984 2 no; BRL 986 2 yes; BSD 044 2 yes; BTN 064 2 yes; BWP 072 2 yes;
        BYN 933 2 yes; BZD 084 2 yes; CAD 124 2 yes; CDF 976 2 yes; CHE 947 2 no; CHF 756 2 yes;
        CHW 948 2 no; CLF 990 4 no; CLP 152 0 yes; CNY 156 2 yes; COP 170 2 yes; COU 970 2 no;
        CRC 188 2 yes; CUC 931 2 yes; CUP 192 2 yes; CVE 132 2 yes; CZK 203 2 yes; DJF 262 0 yes;
        DKK 208 2 yes; DOP 214 2 yes; DZD 012 2 yes; EGP 818 2 yes; ERN 232 2 yes; ETB 230 2 yes;
        EUR 978 2 yes; FJD 242 2 yes; FKP 238 2 yes; GBP 826 2 yes; GEL 981 2 yes; GHS 936 2 yes;
        GIP 292 2 yes; GMD 270 2 yes; GNF 324 0 yes; GTQ 320 2 yes; GYD 328 2 yes; HKD 344 2 yes;
        HNL 340 2 yes; HTG 332 2 yes; HUF 348 2 yes; IDR 360 2 yes; ILS 376 2 yes; INR 356 2 yes;
        IQD 368 3 yes; IRR 364 2 yes; ISK 352 0 yes; JMD 388 2 yes; JOD 400 3 yes; JPY 392 0 yes;
        KES 404 2 yes; KGS 417 2 yes; KHR 116 2 yes; KMF 174 0 yes; KPW 408 2 yes; KRW 410 0 yes;
        KWD 414 3 yes; KYD 136 2 yes; KZT 398 2 yes; LAK 418 2 yes; LBP 422 2 yes; LKR 144 2 yes;
        LRD 430 2 yes; LSL 426 2 yes; LYD 434 3 yes; MAD 504 2 yes; MDL 498 2 yes; MGA 969 2 yes;
        MKD 807 2 yes; MMK 104 2 yes; MNT 496 2 yes; MOP 446 2 yes; MRU 929 2 yes; MUR 480 2 yes;
        MVR 462 2 yes; MWK 454 2 yes; MXN 484 2 yes; MXV 979 2 no; MYR 458 2 yes; MZN 943 2 yes;
        NAD 516 2 yes; NGN 566 2 yes; NIO 558 2 yes; NOK 578 2 yes; NPR 524 2 yes; NZD 554 2 yes;
        OMR 512 3 yes; PAB 590 2 yes; PEN 604 2 yes; PGK 598 2 yes; PHP 608 2 yes; PKR 586 2 yes;
        PLN 985 2 yes; PYG 600 0 yes; QAR 634 2 yes; RON 946 2 yes; RSD 941 2 yes; RUB 643 2 yes;
        RWF 646 0 yes; SAR 682 2 yes; SBD 090 2 yes; SCR 690 2 yes; SDG 938 2 yes; SEK 752 2 yes;
        SGD 702 2 yes; SHP 654 2 yes; SLE 925 2 yes; SOS 706 2 yes; SRD 968 2 yes; SSP 728 2 yes;
        STN 930 2 yes; SVC 222 2 yes; SYP 760 2 yes; SZL 748 2 yes; THB 764 2 yes; TJS 972 2 yes;
        TMT 934 2 yes; TND 788 3 yes; TOP 776 2 yes; TRY 949 2 yes; TTD 780 2 yes; TWD 901 2 yes;
        TZS 834 2 yes; UAH 980 2 yes; UGX 800 0 yes; USD 840 2 yes; USN 997 2 no; UYI 940 0 no;
        UYU 858 2 yes; UYW 927 4 yes; UZS 860 2 yes; VED 926 2 yes; VES 928 2 yes; VND 704 0 yes;
        VUV 548 0 yes; WST 882 2 yes; XAF 950 0 yes; XAG 961 - no; XAU 959 - no; XBA 955 - no;
        XBB 956 - no; XBC 957 - no; XBD 958 - no; XCD 951 2 yes; XCG 532 2 yes; XDR 960 - no;
        XOF 952 0 yes; XPD 964 - no; XPF 953 0 yes; XPT 962 - no; XSU 994 - no; XTS 963 - no;
        XUA 965 - no; XXX 999 - no; YER 886 2 yes; ZAR 710 2 yes; ZMW 967 2 yes; ZWG 924 2 yes
        """;
}
