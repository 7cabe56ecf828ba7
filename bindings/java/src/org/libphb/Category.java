package org.libphb;

/**
 * What a plain line is for. From {@link #ALCOHOL} on: what may not be bought with the money, or not by
 * every deployment; it is costed all the same, and a check says so.
 */
public enum Category implements Choice {
    /** Care by an agency. */
    AGENCY,
    /** Care by somebody self-employed. */
    SELF_EMPLOYED,
    /** Another service. */
    SERVICE,
    /** Therapy. */
    THERAPY,
    /** Equipment. */
    EQUIPMENT,
    /** Keeping equipment in order. */
    EQUIPMENT_MAINTENANCE,
    /** Something to do. */
    ACTIVITY,
    /** Travel. */
    TRAVEL,
    /** Miles driven. */
    MILEAGE,
    /** The employer's insurance. */
    INSURANCE,
    /** A payroll service. */
    PAYROLL,
    /** Setting a pension scheme up. */
    PENSION_SETUP,
    /** Finding assistants. */
    RECRUITMENT,
    /** Criminal record checks. */
    DBS,
    /** Training. */
    TRAINING,
    /** Cover in an emergency. */
    EMERGENCY_COVER,
    /** An account that somebody else looks after. */
    MANAGED_ACCOUNT,
    /** The fee of a third party. */
    THIRD_PARTY_FEE,
    /** Support for those who care unpaid. */
    UNPAID_CARER_SUPPORT,
    /** A reserve for redundancy pay. */
    REDUNDANCY_RESERVE,
    /** Anything else. */
    OTHER,
    /** Alcohol. */
    ALCOHOL,
    /** Tobacco. */
    TOBACCO,
    /** Gambling. */
    GAMBLING,
    /** Debts. */
    DEBT,
    /** What is against the law. */
    ILLEGAL,
    /** What a general practice does. */
    PRIMARY_MEDICAL,
    /** Treatment in an emergency. */
    EMERGENCY_TREATMENT,
    /** Surgery. */
    SURGERY,
    /** Medicines. */
    MEDICATION,
    /** Charges of the NHS. */
    NHS_CHARGES,
    /** The dentist. */
    DENTAL,
    /** Vaccination. */
    VACCINATION,
    /** Screening. */
    SCREENING,
    /** Tests. */
    TESTS
}
